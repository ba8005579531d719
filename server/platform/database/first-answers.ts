import { sql } from 'kysely';
import type { Call } from '../call.ts';
import type { Refusal } from '../http/refusal.ts';
import { IdempotencyKeyReused } from '../http/refusals.ts';
import { plainArray } from './plain-array.ts';
import type { ReadTransaction, WriteTransaction } from './transaction.ts';

/** A request of a batch that may be a retry. */
export interface Repeatable {
  readonly person: string;
  readonly idempotency: NonNullable<Call['idempotency']>;
}

/** What a request with this key was answered the first time. */
export type FirstAnswer = { readonly answer: unknown } | Refusal;

/**
 * What was answered to those of a batch that were asked before, in their order; undefined: never asked. For batches
 * whose requests are written one after the other, under a lock that the caller holds.
 */
export async function findFirstAnswers(
  transaction: ReadTransaction,
  asked: readonly (Repeatable | undefined)[],
): Promise<(FirstAnswer | undefined)[]> {
  const keyed = asked.flatMap((one) => one ?? []);
  if (keyed.length === 0) return asked.map(() => undefined);
  const { rows } = await sql<{
    person_id: string;
    key: string;
    fingerprint: string;
    answer: unknown;
  }>`
    select kept.person_id, kept.key, fingerprint, answer
      from unnest(${plainArray(keyed.map(({ person }) => person))}::uuid[],
                  ${keyed.map(({ idempotency }) => idempotency.key)}::text[])
             as asked (person_id, key)
      join idempotency_keys as kept
        on kept.person_id = asked.person_id and kept.key = asked.key`.execute(transaction);
  const kept = new Map(rows.map((row) => [`${row.person_id} ${row.key}`, row]));
  return asked.map((one) => {
    const first = one && kept.get(`${one.person} ${one.idempotency.key}`);
    if (!first) return undefined;
    if (first.fingerprint !== one.idempotency.fingerprint) return IdempotencyKeyReused();
    return { answer: first.answer };
  });
}

/** Keeps the answers of a batch, in its transaction; what was refused may be asked again. */
export async function keepFirstAnswers(
  transaction: WriteTransaction,
  answered: readonly (Repeatable & { readonly answer: unknown })[],
): Promise<void> {
  if (answered.length === 0) return;
  await sql`
    insert into idempotency_keys (key, person_id, fingerprint, answer, made_at)
    select *, now() from unnest(
      ${answered.map(({ idempotency }) => idempotency.key)}::text[],
      ${plainArray(answered.map(({ person }) => person))}::uuid[],
      ${answered.map(({ idempotency }) => idempotency.fingerprint)}::text[],
      ${answered.map(({ answer }) => JSON.stringify(answer ?? null))}::jsonb[])
    on conflict (person_id, key) do nothing`.execute(transaction);
}
