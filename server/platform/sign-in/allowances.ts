import { sql } from 'kysely';
import type { ReadTransaction, WriteTransaction } from '../database/transaction.ts';
import type { Sealing } from '../sealing/index.ts';
import { type Allowance, SWEPT_AT_ONCE } from './limits.ts';

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
  { name, most, seconds }: Allowance,
  subject: Buffer,
  at: Date,
): Promise<Verdict> {
  const oldest = new Date(at.getTime() - seconds * 1000);
  const { rows } = await sql<{ began_at: Date; taken: number }>`
    insert into sign_in_tries as tries (allowance, subject, began_at, taken)
    values (${name}, ${subject}, ${at}, 1)
    on conflict (allowance, subject) do update set
      began_at = case when tries.began_at <= ${oldest} then excluded.began_at else tries.began_at end,
      taken = case when tries.began_at <= ${oldest} then 1 else least(tries.taken + 1, ${most + 1}) end
    returning began_at, taken`.execute(transaction);
  return verdictOf(rows[0], { most: most + 1, seconds }, at);
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
    select began_at, taken from sign_in_tries
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
    update sign_in_tries set taken = greatest(taken - 1, 0)
     where allowance = ${name} and subject = ${subject}`.execute(transaction);
}

/** Wipes the slate: the right person came in. */
export async function forgive(
  transaction: WriteTransaction,
  { name }: Allowance,
  subject: Buffer,
): Promise<void> {
  await sql`
    delete from sign_in_tries
     where allowance = ${name} and subject = ${subject}`.execute(transaction);
}

/** Removes a few of the rows that no window needs any more. */
export async function sweepTries(transaction: WriteTransaction, at: Date): Promise<void> {
  const before = new Date(at.getTime() - 2 * 86_400_000);
  await sql`
    delete from sign_in_tries
     where ctid = any(array(select ctid from sign_in_tries where began_at < ${before}
                             limit ${SWEPT_AT_ONCE} for update skip locked))`.execute(transaction);
  await sql`
    delete from sign_in_codes
     where phone_index = any(array(select phone_index from sign_in_codes
                                    where expires_at < ${before}
                                    limit ${SWEPT_AT_ONCE} for update skip locked))`.execute(
    transaction,
  );
}
