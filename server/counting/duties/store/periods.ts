import { sql } from 'kysely';
import type { ReadTransaction, WriteTransaction } from '../../../platform/index.ts';
import type { Asking } from '../rules/holders.ts';
import type { PeriodKey } from './tasks.ts';
import { everywhereChanged } from './versions.ts';

/** What the periods that were opened ask, as they were opened. */
export async function listAskings(transaction: ReadTransaction): Promise<Asking[]> {
  const { rows } = await sql<Asking>`
    select duty, period, word, details, stages, entered_in, flag, due_on, joined_by, target, red_days
      from duty_periods`.execute(transaction);
  return rows;
}

export async function addAskings(
  transaction: WriteTransaction,
  askings: readonly Asking[],
): Promise<void> {
  for (const asking of askings) {
    const { duty, period, word, details, stages, entered_in, flag, target, red_days } = asking;
    await sql`
      insert into duty_periods (duty, period, word, details, stages, entered_in, flag, due_on,
                                joined_by, target, red_days)
      values (${duty}, ${period}, ${word}, ${details}, ${stages}, ${entered_in}, ${flag},
              ${asking.due_on}, ${asking.joined_by}, ${target}, ${red_days})`.execute(transaction);
  }
}

/** Forgets periods, their tallies and finishes. */
export async function dropAskings(
  transaction: WriteTransaction,
  keys: readonly PeriodKey[],
): Promise<void> {
  if (keys.length === 0) return;
  const dropped = sql`(duty, period) in (
    select * from unnest(${keys.map(({ duty }) => duty)}::text[],
                         ${keys.map(({ period }) => period)}::text[]))`;
  await sql`delete from duty_periods where ${dropped}`.execute(transaction);
  await sql`
    with gone as (delete from duty_tallies where ${dropped} returning place)
    ${everywhereChanged(sql`gone`)}`.execute(transaction);
  await sql`delete from duty_finishes where ${dropped}`.execute(transaction);
}

/** By which wording the deeds of each duty were counted. */
export async function readDefinitions(
  transaction: ReadTransaction,
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ duty: string; definition: string }>`
    select duty, definition from duty_definitions`.execute(transaction);
  return new Map(rows.map(({ duty, definition }) => [duty, definition]));
}

export async function keepDefinition(
  transaction: WriteTransaction,
  duty: string,
  definition: string,
): Promise<void> {
  await sql`
    insert into duty_definitions (duty, definition) values (${duty}, ${definition})
    on conflict (duty) do update set definition = excluded.definition`.execute(transaction);
}

/** Forgets all that was counted for some duties. */
export async function dropDeeds(
  transaction: WriteTransaction,
  duties: readonly string[],
): Promise<void> {
  const tables = ['definitions', 'progress', 'things', 'evidence', 'occasions'] as const;
  for (const table of tables) {
    await sql`delete from ${sql.table(`duty_${table}`)} where duty = any(${duties}::text[])`.execute(
      transaction,
    );
  }
}
