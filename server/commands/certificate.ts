import { readFile } from 'node:fs/promises';
import { verdictOf, verifyCertificate } from '../counting/certificates/index.ts';
import { PublicError } from '../platform/index.ts';
import { type Command, readWords, say } from './command.ts';

const signs = { passed: '✓', failed: '✗', unknown: '?' } as const;

/** Verifies a certificate's JSON offline, a reason for each check. */
export const certificate: Command = {
  usage: 'verify FILE.json [--status-list LIST.json …]',
  async run(words) {
    const { values, positionals } = readWords(
      words,
      `certificate ${certificate.usage}`,
      { 'status-list': { type: 'string', multiple: true } },
      { least: 2 },
    );
    const [what, file] = positionals as [string, string];
    if (what !== 'verify')
      throw new PublicError(`Usage: npm run gongyu -- certificate ${certificate.usage}`);
    const lists = await Promise.all((values['status-list'] ?? []).map(readJson));
    const checks = await verifyCertificate(await readJson(file), {
      now: new Date(),
      statusLists: lists,
    });
    for (const check of checks) say(`${signs[check.outcome]} ${check.says.zh}\n  ${check.says.en}`);
    return verdictOf(checks) === 'invalid' ? 1 : 0;
  },
};

async function readJson(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new PublicError(`${file} cannot be read.`);
  });
  try {
    return JSON.parse(text);
  } catch {
    throw new PublicError(`${file} is not JSON.`);
  }
}
