import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { District } from '../../platform/index.ts';
import { theProgram } from '../access/index.ts';
import {
  applyRoster,
  explainProblem,
  type ImportOptions,
  previewRoster,
  type ReadOptions,
  type Roster,
  readRoster,
  Sealer,
  writeRejectedSheet,
} from '../roster/index.ts';
import {
  changeImport,
  findFile,
  findImport,
  type ImportChange,
  type ShownProblem,
} from './store.ts';

const MOST_PROBLEMS_SHOWN = 500;
const MILLISECONDS_BETWEEN_NOTES = 500;
const MILLISECONDS_OF_CHINA = 8 * 3_600_000;
const EMPTY = Buffer.alloc(0);

/** Reads and compares in the background; the desk asks how far it has come. */
export function startPreview(district: District, id: string, person: string): void {
  const sealer = new Sealer(district.sealing, false);
  void run(district, id, person, sealer, async (roster, options, note) => {
    await note({ state: 'comparing' });
    const counts = roster.problems.isFatal ? null : await previewRoster(district, roster, options);
    const rejected = roster.problems.rejectedCount;
    await note({
      state: roster.problems.isFatal ? 'failed' : 'ready',
      counts,
      problems: shownProblems(roster),
      problem_count: [...roster.problems.countsByCode().values()].reduce((sum, n) => sum + n, 0),
      rejected_rows: rejected,
      rejected_sheet: rejected > 0 ? await writeRejectedSheet(roster.problems) : null,
    });
  });
}

/** Applies what was previewed; the file is not kept any longer than it is needed. */
export function startApplying(district: District, id: string, person: string): void {
  const sealer = new Sealer(district.sealing, true);
  void run(district, id, person, sealer, async (roster, options, note) => {
    const counts = await applyRoster(district, roster, options);
    await note({ state: 'done', counts, file: EMPTY });
  });
}

type Note = (change: ImportChange) => Promise<void>;

async function run(
  district: District,
  id: string,
  person: string,
  sealer: Sealer,
  work: (roster: Roster, options: ImportOptions, note: Note) => Promise<void>,
): Promise<void> {
  const note: Note = (change) =>
    district.database.write(theProgram, (transaction) =>
      changeImport(transaction, id, change, district.clock()),
    );
  try {
    const at = district.clock();
    const { roster, reach } = await readKept(district, id, person, sealer, note);
    await work(roster, { actor: person, reach, at, sealer }, note);
  } catch (error) {
    process.stderr.write(`roster import ${id}: ${error instanceof Error ? error.stack : error}\n`);
    // Where even this cannot be written, the desk shows the last state and the file is uploaded again.
    await note({ state: 'failed' }).catch(() => {});
  } finally {
    await sealer.stop();
  }
}

async function readKept(
  district: District,
  id: string,
  person: string,
  sealer: Sealer,
  note: Note,
): Promise<{ roster: Roster; reach: string[] }> {
  const [kept, standing] = await district.database.read(
    theProgram,
    async (transaction) =>
      [await findFile(transaction, id), await findImport(transaction, id, person)] as const,
  );
  if (!kept || !standing) throw new Error('The uploaded roster is gone.');
  const folder = await mkdtemp(join(tmpdir(), 'gongyu-roster-'));
  try {
    const path = join(folder, 'roster');
    await writeFile(path, kept.file, { mode: 0o600 });
    const now = district.clock().getTime();
    const today = new Date(now + MILLISECONDS_OF_CHINA).toISOString().slice(0, 10);
    const progress = sparingly(
      (step: { sheet: string; rows: number }) => void note({ progress: step }).catch(() => {}),
    );
    const met: ReadOptions['met'] = (list, row) => sealer.meet(list, row);
    const options = { today, workFolder: folder, progress, met };
    const roster = await readRoster(path, options, kept.file_name);
    return { roster, reach: standing.reach };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Progress is told row by row; twice a second is enough for a bar. */
function sparingly<Step>(tell: (step: Step) => void): (step: Step) => void {
  let last = 0;
  return (step) => {
    if (Date.now() - last < MILLISECONDS_BETWEEN_NOTES) return;
    last = Date.now();
    tell(step);
  };
}

function shownProblems(roster: Roster): ShownProblem[] {
  return roster.problems.problems.slice(0, MOST_PROBLEMS_SHOWN).map((problem) => {
    const { severity, what, remedy } = explainProblem(problem);
    const { sheet, row, letter: column, header } = problem;
    return { severity, sheet, row, column, header, what, remedy };
  });
}
