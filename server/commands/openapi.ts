import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createApp } from '../app.ts';
import { openApiDocument } from '../platform/index.ts';
import { type Command, readWords, say } from './command.ts';

const FILE = join(import.meta.dirname, '..', '..', 'openapi.json');

/** Writes openapi.json from the routes, or says whether the checked-in one is still true. */
export const openapi: Command = {
  usage: '[--check]',
  async run(words) {
    const { values } = readWords(
      words,
      'openapi [--check]',
      { check: { type: 'boolean' } },
      { least: 0 },
    );
    const app = await createApp({ districtOf: () => undefined, log: false, personas: true });
    await app.ready();
    const text = `${JSON.stringify(openApiDocument(app), null, 2)}\n`;
    await app.close();
    if (!values.check) {
      await writeFile(FILE, text);
      return 0;
    }
    if (text === (await readFile(FILE, 'utf8').catch(() => ''))) return 0;
    say('openapi.json is out of date: run `npm run gongyu -- openapi`');
    return 1;
  },
};
