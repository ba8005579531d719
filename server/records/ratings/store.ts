import { sql } from 'kysely';
import type { ReadTransaction, WriteTransaction } from '../../platform/index.ts';
import type { Answer } from './rules/summary.ts';
import type { RatingRow } from './tables.ts';

/** The salt of an event, made with the first answer; held, so that answers are told one after the other. */
export async function takeSalt(
  transaction: WriteTransaction,
  activity: string,
  { salt, closesAt }: { salt: Buffer; closesAt: Date },
): Promise<Buffer> {
  await sql`
    insert into rating_salts (activity_id, salt, closes_at) values (${activity}, ${salt}, ${closesAt})
    on conflict do nothing`.execute(transaction);
  await sql`select pg_advisory_xact_lock(hashtextextended(${activity}, 56))`.execute(transaction);
  return (await findSalt(transaction, activity)) ?? salt;
}

export async function findSalt(
  transaction: ReadTransaction,
  activity: string,
): Promise<Buffer | undefined> {
  const row = await transaction
    .selectFrom('rating_salts')
    .select('salt')
    .where('activity_id', '=', activity)
    .executeTakeFirst();
  return row?.salt;
}

export async function deleteSaltsBefore(transaction: WriteTransaction, at: Date): Promise<number> {
  const { rows } = await sql`
    delete from rating_salts where closes_at < ${at} returning activity_id`.execute(transaction);
  return rows.length;
}

export async function findAnswer(
  transaction: ReadTransaction,
  activity: string,
  author: Buffer,
): Promise<Answer | undefined> {
  return transaction
    .selectFrom('activity_ratings')
    .select(['stars', 'helped', 'improve'])
    .where('activity_id', '=', activity)
    .where('author', '=', author)
    .executeTakeFirst();
}

/** Gives an answer, or another instead. */
export async function putAnswer(
  transaction: WriteTransaction,
  activity: string,
  author: Buffer,
  { stars, helped, improve }: Answer,
): Promise<void> {
  await sql`
    insert into activity_ratings (activity_id, author, stars, helped, improve)
    values (${activity}, ${author}, ${stars}, ${helped}, ${improve})
    on conflict on constraint one_answer_an_author
    do update set stars = excluded.stars, helped = excluded.helped, improve = excluded.improve
  `.execute(transaction);
}

export async function countWaiting(
  transaction: ReadTransaction,
  activity: string,
): Promise<number> {
  const { rows } = await sql<{ many: number }>`
    select count(*) as many from activity_ratings
     where activity_id = ${activity} and not is_shown`.execute(transaction);
  return rows[0]?.many ?? 0;
}

export async function tellWaiting(transaction: WriteTransaction, activity: string): Promise<void> {
  await sql`
    update activity_ratings set is_shown = true
     where activity_id = ${activity} and not is_shown`.execute(transaction);
}

/** Those that are told, by their tokens: an order that says nothing of who and when. */
export async function listTold(transaction: ReadTransaction, activity: string): Promise<Answer[]> {
  const { rows } = await sql<Pick<RatingRow, 'stars' | 'helped' | 'improve'>>`
    select stars, helped, improve from activity_ratings
     where activity_id = ${activity} and is_shown order by author`.execute(transaction);
  return rows;
}
