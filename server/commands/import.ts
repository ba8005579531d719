import { access as reach } from 'node:fs/promises';
import {
  applyRoster,
  explainProblem,
  type ImportCounts,
  previewRoster,
  readRoster,
  Sealer,
} from '../directory/roster/index.ts';
import { dateInShanghai } from '../plan/index.ts';
import { type District, PublicError } from '../platform/index.ts';
import { progressBar } from '../progress-bar.ts';
import { type Command, readWords, say, withDistrict } from './command.ts';

const usage = 'PATH [--dry-run]';
const MOST_SHOWN = 50;

/** Imports a roster file or folder: says what it would change, and changes it unless told not to. */
export const importRoster: Command = {
  usage,
  async run(words) {
    const options = { 'dry-run': { type: 'boolean' } } as const;
    const { values, positionals } = readWords(words, `import ${usage}`, options, { least: 1 });
    const path = positionals[0] as string;
    await reach(path).catch(() => {
      throw new PublicError(`${path} cannot be read.`);
    });
    return withDistrict(async (district) => {
      const sealer = new Sealer(district.sealing, !values['dry-run']);
      const importing = values['dry-run'] ? previewRoster : applyRoster;
      try {
        return await readAndImport(district, path, sealer, importing);
      } finally {
        await sealer.stop();
      }
    });
  },
};

async function readAndImport(
  district: District,
  path: string,
  sealer: Sealer,
  importing: typeof applyRoster,
): Promise<number> {
  const at = district.clock();
  const bar = progressBar(`正在读取 · reading ${path}`);
  const roster = await readRoster(path, {
    today: dateInShanghai(at),
    met: (list, row) => sealer.meet(list, row),
  });
  bar.end();
  if (roster.problems.isFatal) return tellProblems(roster);
  const counts = await importing(district, roster, { actor: null, reach: 'all', at, sealer });
  tellProblems(roster);
  tellCounts(counts);
  say(importing === previewRoster ? '没有写入任何内容 · nothing was written' : '已写入 · written');
  return 0;
}

function tellProblems({ problems }: Awaited<ReturnType<typeof readRoster>>): number {
  for (const problem of problems.problems.slice(0, MOST_SHOWN)) {
    const { where, what, remedy } = explainProblem(problem);
    say(`✗ ${where.zh}:${what.zh}。${remedy.zh}`);
    say(`  ${where.en}: ${what.en}. ${remedy.en}`);
  }
  if (problems.rejectedCount > 0) say(`${problems.rejectedCount} 行未导入 · rows left out`);
  return 1;
}

function tellCounts(counts: ImportCounts): void {
  for (const [list, { fresh, changed, left, unchanged }] of Object.entries(counts)) {
    say(`${list}: +${fresh} new, ${changed} changed, ${left} left, ${unchanged} unchanged`);
  }
}
