import { sql } from 'kysely';
import type { ReadTransaction, WriteTransaction } from '../database/transaction.ts';
import type { Sealing } from '../sealing/index.ts';
import { ALLOWANCES_SWEPT_AT_ONCE, type Allowance } from './limits.ts';

declare module '../database/tables.ts' {
  interface Tables {
    allowances_used: AllowancesUsedRow;
  }
}

interface AllowancesUsedRow {
  allowance: string;
  subject: Buffer;
  began_at: Date;
  taken: number;
}

export interface Verdict {
  readonly allowed: boolean;
  /** When the present window ends. */
  readonly retryAfterSeconds: number;
}

/** Whom a limit counts for, as the table keeps it: a keyed hash, for phones and addresses are personal. */
export function limited(sealing: Sealing, subject: string): Buffer {
  return sealing.blindIndex('sign-in limits', subject);
}

/**
 * Takes one from an allowance, before the deed: whoever tries at the same moment waits for this row, so that
 * a hundred tries at once are counted as a hundred. A refused try does not lengthen the wait.
 */
export async function take(
  transaction: WriteTransaction,
  allowance: Allowance,
  subject: Buffer,
  at: Date,
): Promise<Verdict> {
  const [verdict] = await takeTogether(transaction, allowance, [subject], at);
  return verdict as Verdict;
}

/**
 * Takes one for each of these subjects, in their order, by one statement; the same subject may ask several times.
 * The rows are locked in one order, so that two programs never wait for each other crosswise.
 */
export async function takeTogether(
  transaction: WriteTransaction,
  { name, most, seconds }: Allowance,
  subjects: readonly Buffer[],
  at: Date,
): Promise<Verdict[]> {
  const asked = Map.groupBy(subjects, keyOf);
  const keys = [...asked.keys()].sort();
  const oldest = new Date(at.getTime() - seconds * 1000);
  const { rows } = await sql<{ subject: Buffer; began_at: Date; taken: number }>`
    insert into allowances_used as used (allowance, subject, began_at, taken)
    select ${name}::text, decode(key, 'hex'), ${at}::timestamptz, asked
      from unnest(${keys}::text[], ${keys.map((key) => asked.get(key)?.length)}::integer[])
        as counted (key, asked)
    on conflict (allowance, subject) do update set
      began_at = case when used.began_at <= ${oldest} then excluded.began_at else used.began_at end,
      taken = excluded.taken
            + case when used.began_at <= ${oldest} then 0 else least(used.taken, ${most}) end
    returning subject, began_at, taken`.execute(transaction);
  // Where each stands in the count: those who ask together stand one behind the other.
  const places = new Map(
    rows.map(({ subject, began_at, taken }) => {
      const key = keyOf(subject);
      return [key, { began_at, taken: taken - (asked.get(key)?.length ?? 0) }];
    }),
  );
  return subjects.map((subject) => {
    const place = places.get(keyOf(subject));
    const verdict = verdictOf(place, { most, seconds }, at);
    if (place) place.taken += 1;
    return verdict;
  });
}

function keyOf(subject: Buffer): string {
  return subject.toString('hex');
}

/** Whether the allowance is used up, without taking from it. */
export async function look(
  transaction: ReadTransaction,
  { name, most, seconds }: Allowance,
  subject: Buffer,
  at: Date,
): Promise<Verdict> {
  const oldest = new Date(at.getTime() - seconds * 1000);
  const { rows } = await sql<{ began_at: Date; taken: number }>`
    select began_at, taken from allowances_used
     where allowance = ${name} and subject = ${subject} and began_at > ${oldest}`.execute(
    transaction,
  );
  return verdictOf(rows[0], { most, seconds }, at);
}

function verdictOf(
  row: { began_at: Date; taken: number } | undefined,
  { most, seconds }: { most: number; seconds: number },
  at: Date,
): Verdict {
  const ends = (row?.began_at ?? at).getTime() + seconds * 1000;
  const wait = Math.max(1, Math.ceil((ends - at.getTime()) / 1000));
  return { allowed: (row?.taken ?? 0) < most, retryAfterSeconds: wait };
}

/** Gives one back: the try was no mistake, or our own failure. */
export async function giveBack(
  transaction: WriteTransaction,
  { name }: Allowance,
  subject: Buffer,
): Promise<void> {
  await sql`
    update allowances_used set taken = greatest(taken - 1, 0)
     where allowance = ${name} and subject = ${subject}`.execute(transaction);
}

/** Wipes the slate: the right person came in. */
export async function forgive(
  transaction: WriteTransaction,
  { name }: Allowance,
  subject: Buffer,
): Promise<void> {
  await sql`
    delete from allowances_used
     where allowance = ${name} and subject = ${subject}`.execute(transaction);
}

/** Removes a few of the rows that no window needs any more. */
export async function sweepAllowances(transaction: WriteTransaction, at: Date): Promise<void> {
  const before = new Date(at.getTime() - 2 * 86_400_000);
  await sql`
    delete from allowances_used
     where ctid = any(array(select ctid from allowances_used where began_at < ${before}
                             limit ${ALLOWANCES_SWEPT_AT_ONCE} for update skip locked))`.execute(
    transaction,
  );
}
