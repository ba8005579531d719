import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Command, readWords } from './command.ts';
import { keepGenerated } from './generated-file.ts';

const SERVER = join(import.meta.dirname, '..');

/** A named limit with the sentence above it. */
const LIMIT =
  /(?:\/\*\*\s*((?:(?!\*\/)[\s\S])*?)\s*\*\/\s*\n)?export const ([A-Z][A-Z_]+)(?:: \w+)? = ([^;]+);/g;

/** Writes docs/limits.md from every `limits.ts`, or says whether it is still true. */
export const limits: Command = {
  usage: '[--check]',
  async run(words) {
    const options = { check: { type: 'boolean' } } as const;
    const { values } = readWords(words, 'limits [--check]', options, { least: 0 });
    const files = globSync('**/limits.ts', { cwd: SERVER })
      .filter((file) => dirname(file) !== 'commands')
      .sort();
    const text = [
      '# Limits',
      '',
      'Everything has a limit, named and with a reason. Generated from every `limits.ts` by',
      '`npm run gongyu -- limits`.',
      '',
      ...files.flatMap(section),
    ].join('\n');
    return keepGenerated('docs/limits.md', text, {
      check: values.check ?? false,
      command: 'limits',
    });
  },
};

function section(file: string): string[] {
  const source = readFileSync(join(SERVER, file), 'utf8');
  const rows = [...source.matchAll(LIMIT)].map(([, reason = '', name, value = '']) => {
    const why = reason.replace(/\s*\n\s*\*?\s*/g, ' ').trim();
    return `| \`${name}\` | \`${value.replace(/\s+/g, ' ')}\` | ${why} |`;
  });
  return [`## ${dirname(file)}`, '', '| limit | value | why |', '| --- | --- | --- |', ...rows, ''];
}
