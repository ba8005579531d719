import { createApp } from '../app.ts';
import { openApiDocument } from '../platform/index.ts';
import { type Command, readWords } from './command.ts';
import { keepGenerated } from './generated-file.ts';

/** Writes openapi.json from the routes, or says whether the checked-in one is still true. */
export const openapi: Command = {
  usage: '[--check]',
  async run(words) {
    const options = { check: { type: 'boolean' } } as const;
    const { values } = readWords(words, 'openapi [--check]', options, { least: 0 });
    const app = await createApp({ districtOf: () => undefined, log: false, personas: true });
    await app.ready();
    const text = `${JSON.stringify(openApiDocument(app), null, 2)}\n`;
    await app.close();
    const check = values.check ?? false;
    return keepGenerated('openapi.json', text, { check, command: 'openapi' });
  },
};
