import { type RawBuilder, sql } from 'kysely';
import type { ReadTransaction, WriteTransaction } from '../platform/index.ts';
import type { CountedFact, Fact, FactAttributes } from './fact.ts';

declare module '../platform/database/tables.ts' {
  interface Tables {
    stated_facts: StatedFactRow;
    facts: FactRow;
    log_places: LogPlaceRow;
  }
}

interface StatedFactRow {
  id: string;
  kind: string;
  at: Date;
  organisation_id: string;
  subject_id: string;
  actor_id: string | null;
  quantity: number;
  source: string;
  reverses: string | null;
  attributes: FactAttributes;
  stated_at: Date;
}

interface FactRow extends StatedFactRow {
  place: number;
}

interface LogPlaceRow {
  follower: string;
  place: number;
  moved_at: Date;
}

const countedColumns: RawBuilder<CountedFact> = sql`
  place, id, kind, at, organisation_id as organisation, subject_id as subject, quantity, attributes, reverses`;

const factColumns: RawBuilder<Fact> = sql`
  ${countedColumns}, actor_id as actor, source, stated_at as "statedAt"`;

/** The next facts after a place, in order. */
export async function listFactsAfter(
  transaction: ReadTransaction,
  place: number,
  most: number,
): Promise<CountedFact[]> {
  const { rows } = await sql<CountedFact>`
    select ${countedColumns} from facts where place > ${place}
     order by place limit ${most}`.execute(transaction);
  return rows;
}

/** The whole log up to a place, to be selected from in SQL: for recounts that are too large to be read. */
export function factsUpTo(place: number): RawBuilder<unknown> {
  return sql`(select place, kind, at, subject_id, organisation_id, quantity, attributes
                from facts where place <= ${place})`;
}

/** The same of some kinds, up to a place: for what is counted anew. */
export async function listFactsOfKinds(
  transaction: ReadTransaction,
  kinds: readonly string[],
  { after, upTo, most }: { after: number; upTo: number; most: number },
): Promise<CountedFact[]> {
  const { rows } = await sql<CountedFact>`
    select ${countedColumns} from facts
     where place > ${after} and place <= ${upTo} and kind = any(${kinds}::text[])
     order by place limit ${most}`.execute(transaction);
  return rows;
}

/** Facts by their places, those a figure stands on. */
export async function listFactsAt(
  transaction: ReadTransaction,
  places: readonly number[],
): Promise<Fact[]> {
  const { rows } = await sql<Fact>`
    select ${factColumns} from facts where place = any(${places}::bigint[]) order by at, place`.execute(
    transaction,
  );
  return rows;
}

/** Facts by their ids, those that have a place, in no particular order. */
export async function listFactsById(
  transaction: ReadTransaction,
  ids: readonly string[],
): Promise<Fact[]> {
  const { rows } = await sql<Fact>`
    select ${factColumns} from facts where id = any(${ids}::uuid[])`.execute(transaction);
  return rows;
}

/** The fact of a source, placed or still waiting for its place. */
export async function findFactBySource(
  transaction: ReadTransaction,
  source: string,
): Promise<Fact | undefined> {
  const { rows } = await sql<Fact>`
    select ${factColumns} from facts where source = ${source}
    union all
    select ${factColumns} from (select 0::bigint as place, * from stated_facts) as waiting
     where source = ${source}
     limit 1`.execute(transaction);
  return rows[0];
}

/** Which of the given facts were taken back, with the reason that was given. */
export async function reversalsOf(
  transaction: ReadTransaction,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const { rows } = await sql<{ reverses: string; reason: string | null }>`
    select reverses, attributes ->> 'reversal_reason' as reason
      from facts where reverses = any(${ids}::uuid[])`.execute(transaction);
  return new Map(rows.map(({ reverses, reason }) => [reverses, reason ?? '']));
}

/** Of the given facts those that take another one back, with the reason that was given. */
export async function reasonsOfReversals(
  transaction: ReadTransaction,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; reason: string }>`
    select id, attributes ->> 'reversal_reason' as reason
      from facts where id = any(${ids}::uuid[]) and attributes ? 'reversal_reason'
  `.execute(transaction);
  return new Map(rows.map(({ id, reason }) => [id, reason]));
}

export async function isReversed(transaction: ReadTransaction, id: string): Promise<boolean> {
  const { rows } = await sql<{ reversed: boolean }>`
    select exists (select from facts where reverses = ${id})
        or exists (select from stated_facts where reverses = ${id}) as reversed
  `.execute(transaction);
  return rows[0]?.reversed ?? false;
}

/** The facts up to a place whose subject's id ends in a hex digit: a sixteenth of them, for recounts. */
export async function listFactsOf(
  transaction: ReadTransaction,
  lastDigit: string,
  place: number,
): Promise<CountedFact[]> {
  const { rows } = await sql<CountedFact>`
    select ${countedColumns} from facts
     where right(subject_id::text, 1) = ${lastDigit} and place <= ${place}
     order by place`.execute(transaction);
  return rows;
}

/** How far a follower has come; 0 before its first step. */
export async function placeOf(transaction: ReadTransaction, follower: string): Promise<number> {
  const row = await transaction
    .selectFrom('log_places')
    .select('place')
    .where('follower', '=', follower)
    .executeTakeFirst();
  return row?.place ?? 0;
}

/** Takes the follower's place for this transaction, so that two programs never count the same facts. */
export async function takePlace(transaction: WriteTransaction, follower: string): Promise<number> {
  const { rows } = await sql<{ place: number }>`
    insert into log_places as own (follower, place) values (${follower}, 0)
    on conflict (follower) do update set place = own.place
    returning place`.execute(transaction);
  return rows[0]?.place ?? 0;
}

export async function movePlace(
  transaction: WriteTransaction,
  follower: string,
  place: number,
): Promise<void> {
  await sql`
    update log_places set place = ${place}, moved_at = now() where follower = ${follower}
  `.execute(transaction);
}
