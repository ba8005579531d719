import { sql } from 'kysely';
import {
  findCarersByNames,
  peopleAtTheDoor,
  readerOf,
  requireMay,
  theProgram,
  type Who,
} from '../../../directory/index.ts';
import {
  type Call,
  type District,
  NotFound,
  type ReadTransaction,
  Refusal,
  type WriteTransaction,
} from '../../../platform/index.ts';
import { readFirstSheet } from '../../../platform/sheets/index.ts';
import {
  type Activity,
  addsTo,
  admitLate,
  attendancesOf,
  getActivity,
  isTaken,
  type LateWitness,
  requireState,
} from '../../activities/index.ts';
import { MOST_PAPER_ROWS } from '../limits.ts';
import { NotAPaperSheet, PaperTooLong } from '../refusals.ts';
import {
  isProblem,
  judgePaperRow,
  type PaperEntry,
  type PaperProblem,
  problemOf,
} from '../rules/judge-paper.ts';
import { type PaperRow, paperColumns, readPaperRows } from '../rules/paper-columns.ts';
import type { PaperPreview } from '../shapes-paper.ts';
import { isDeadlock } from '../store/scans.ts';
import { paperLines } from './paper-sheet.ts';

/** The reason that families read where minutes that stood are corrected by the sheet. */
const NOTE = '纸质签到表补录';

interface Found extends PaperEntry {
  readonly carer: string;
}

interface Reading {
  readonly activity: Activity;
  readonly entries: readonly Found[];
  readonly problems: readonly PaperProblem[];
}

/** What the filled sheet would change, line by line. Nothing is written. */
export async function previewPaper(
  district: District,
  who: Who,
  id: string,
  file: Buffer,
): Promise<PaperPreview> {
  const reading = await readPaper(district, who, id, file);
  return shown(reading, await changesOf(district, reading));
}

/**
 * Takes the sheet as it was shown, in one transaction: all lines that can be taken, or none. One that says what stands
 * already changes nothing, so that the same file twice is the same as once.
 *
 * Cost: some ten statements a line; the activity is held meanwhile, so that a walk-in waits a moment.
 */
export async function applyPaper(
  district: District,
  who: Who,
  { activity: id, file }: { activity: string; file: Buffer },
  call: Call,
): Promise<PaperPreview> {
  const reading = await readPaper(district, who, id, file);
  const changes = await changesOf(district, reading);
  const news = reading.entries.filter(({ row }) => changes.get(row) !== 'same');
  const refused = await takeLines(district, who, { activity: id, entries: news }, call);
  const problems = [
    ...reading.problems,
    ...news.flatMap((entry) => {
      const refusal = refused.get(entry.row);
      return refusal ? [refusedLine(entry, refusal)] : [];
    }),
  ];
  const done = news.filter(({ row }) => !refused.has(row));
  return shown({ ...reading, entries: done, problems }, changes);
}

async function readPaper(district: District, who: Who, id: string, file: Buffer): Promise<Reading> {
  const activity = await district.database.read(readerOf(who), (transaction) =>
    getActivity(transaction, id),
  );
  requireMay(who, 'activities.correct', { lineage: activity.host_lineage });
  // A sheet of guessed names would say who is known to have been there.
  if (activity.is_private) throw NotFound();
  requireState(activity.state, 'correct');
  const sheet = await readFirstSheet(file).catch(() => {
    throw NotAPaperSheet();
  });
  const rows = readPaperRows(sheet);
  if (!rows) throw NotAPaperSheet();
  if (rows.length > MOST_PAPER_ROWS) throw PaperTooLong();
  const lines = await paperLines(district, who, id);
  const registered = new Set(lines.map(({ carer }) => carer));
  const problems: PaperProblem[] = [];
  const entries: Found[] = [];
  const seen = new Set<string>();
  await district.database.read(theProgram, async (transaction) => {
    for (const row of rows) {
      const judged = judgePaperRow(row, activity, registered);
      if (!judged) continue;
      const found = isProblem(judged)
        ? judged
        : await findWho(transaction, district, { activity, row, entry: judged });
      if (isProblem(found)) problems.push(found);
      else if (seen.has(found.carer)) problems.push(problemOf(row, 'carer', 'twice'));
      else {
        seen.add(found.carer);
        entries.push(found);
      }
    }
  });
  return { activity, entries, problems };
}

interface Sought {
  readonly activity: Activity;
  readonly row: PaperRow;
  readonly entry: PaperEntry;
}

/** Only a name that the sheet itself says is confirmed: nobody learns from it whose phone a number is. */
async function findWho(
  transaction: ReadTransaction,
  district: District,
  { activity, row, entry }: Sought,
): Promise<Found | PaperProblem> {
  if (entry.carer !== undefined) return { ...entry, carer: entry.carer };
  const { name, child, phone } = entry;
  const byPhone =
    phone === '' ? [] : await peopleAtTheDoor.findByPhone(transaction, district, phone);
  const found =
    phone === ''
      ? await findCarersByNames(transaction, { carer: name, child }, activity.audience)
      : byPhone.filter((person) => person.name === name).map(({ id }) => id);
  const [carer, ...others] = found;
  if (carer === undefined) return problemOf(row, 'carer', 'not-found');
  if (others.length > 0) return problemOf(row, 'carer', 'several-found');
  return { ...entry, carer };
}

type Change = 'new' | 'longer' | 'same';

async function changesOf(
  district: District,
  { activity, entries }: Reading,
): Promise<Map<number, Change>> {
  const carers = entries.map(({ carer }) => carer);
  const known = await district.database.read(theProgram, (transaction) =>
    attendancesOf(transaction, activity.id, carers),
  );
  return new Map(
    entries.map(({ row, carer, entered, left }): [number, Change] => {
      const stands = known.get(carer);
      if (!stands) return [row, 'new'];
      const seen = { at: entered, left, method: 'paper' } as const;
      return [row, addsTo(district, activity, stands, seen) ? 'longer' : 'same'];
    }),
  );
}

interface Lines {
  readonly activity: string;
  readonly entries: readonly Found[];
}

/** All lines together; of those that cannot be taken the refusals, by row. */
async function takeLines(
  district: District,
  who: Who,
  lines: Lines,
  call: Call,
): Promise<ReadonlyMap<number, Refusal>> {
  const taken = district.database.write(theProgram, async (transaction) => {
    const refused = new Map<number, Refusal>();
    for (const entry of lines.entries) {
      const witness = witnessOf(lines.activity, entry);
      const refusal = await takeLine(transaction, () =>
        admitLate(transaction, district, who, witness, call),
      );
      if (refusal) refused.set(entry.row, refusal);
    }
    return refused;
  });
  return taken.catch((error) => {
    // A batch at another door waited for us and we for it: nothing of ours is written, and we look again.
    if (isDeadlock(error)) return takeLines(district, who, lines, call);
    throw error;
  });
}

const witnessOf = (activity: string, { carer, entered, left }: Found): LateWitness => ({
  ...{ activity, carer, at: entered, left, method: 'paper', reason: NOTE },
});

/** Behind a savepoint: a line that is refused leaves the others as they are. */
async function takeLine(
  transaction: WriteTransaction,
  take: () => Promise<void>,
): Promise<Refusal | undefined> {
  await sql`savepoint line`.execute(transaction);
  try {
    await take();
    await sql`release savepoint line`.execute(transaction);
    return undefined;
  } catch (error) {
    await sql`rollback to savepoint line`.execute(transaction);
    if (error instanceof Refusal) return error;
    if (isTaken(error)) return takeLine(transaction, take);
    throw error;
  }
}

function refusedLine({ row, name }: Found, { kind }: Refusal): PaperProblem {
  return { row, column: paperColumns.carer, value: name, reason: kind.title };
}

function shown({ entries, problems }: Reading, changes: ReadonlyMap<number, Change>): PaperPreview {
  return {
    items: entries.map(({ row, name, child, entered, left }) => ({
      row,
      carer_name: name,
      child_name: child,
      entered_at: entered.toISOString(),
      left_at: left?.toISOString() ?? null,
      change: changes.get(row) ?? 'new',
    })),
    problems: [...problems].sort((one, other) => one.row - other.row),
  };
}
