import { may, reachOf, readerOf, recordStudentReads, type Who } from '../../../directory/index.ts';
import {
  afterIn,
  type Call,
  type District,
  NotFound,
  pageOf,
  type WriteTransaction,
} from '../../../platform/index.ts';
import { rowsOf } from '../rows-of.ts';
import type { ExcuseRow, ExcusesQuery } from '../shapes.ts';
import { findExcuse, listExcuses } from '../store.ts';
import type { Excuse } from '../tables.ts';
import { seesHolder } from '../who-sees.ts';

const NEWEST_FIRST = '-asked';

/** Excuses of the places in reach and what one asked, the newest first. A child shown is a look for its family to see. */
export async function browseExcuses(
  { plan, database }: District,
  who: Who,
  { cursor, limit, state, duty, reason, place }: ExcusesQuery,
  { at }: Call,
): Promise<{ items: ExcuseRow[]; next?: string }> {
  return database.write(readerOf(who), async (transaction) => {
    const rows = await listExcuses(transaction, {
      ...{ state, duty, reason, place, person: who.person },
      within: reachOf(who, 'excuses.ask'),
      staffWithin: reachOf(who, 'people.read'),
      after: afterIn(cursor, NEWEST_FIRST),
      most: limit + 1,
    });
    const { items, ...rest } = pageOf(rows, { limit, sort: NEWEST_FIRST }, ({ id }) => id);
    await recordLooks(transaction, who, items, at);
    return { ...rest, items: await rowsOf(transaction, plan, who, items) };
  });
}

/** One of them, as a notice leads to it. */
export async function showExcuse(
  { plan, database }: District,
  who: Who,
  id: string,
  { at }: Call,
): Promise<ExcuseRow> {
  return database.write(readerOf(who), async (transaction) => {
    const excuse = await findExcuse(transaction, id);
    if (!excuse || !mayRead(who, excuse)) throw NotFound();
    await recordLooks(transaction, who, [excuse], at);
    const [row] = await rowsOf(transaction, plan, who, [excuse]);
    if (!row) throw NotFound();
    return row;
  });
}

function mayRead(who: Who, { asked_by, holder_kind, place_lineage: lineage }: Excuse): boolean {
  if (asked_by === who.person) return true;
  return may(who, 'excuses.ask', { lineage }) && seesHolder(who, holder_kind, lineage);
}

async function recordLooks(
  transaction: WriteTransaction,
  who: Who,
  excuses: readonly Excuse[],
  at: Date,
): Promise<void> {
  const students = excuses.flatMap(({ holder_kind, holder_id }) =>
    holder_kind === 'student' ? [holder_id] : [],
  );
  await recordStudentReads(transaction, who, { students, what: 'excuses', at });
}
