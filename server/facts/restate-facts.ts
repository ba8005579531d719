import { sql } from 'kysely';
import { newId, plainArray, type WriteTransaction } from '../platform/index.ts';
import type { CountedFact, FactAttributes } from './fact.ts';
import { insertStated } from './state-facts.ts';
import { listFactsById } from './store.ts';

/** A fact, and what it is to say from now on. */
interface Restated {
  readonly fact: Pick<CountedFact, 'id'>;
  readonly attributes: FactAttributes;
}

/** What a restated fact says beyond its record: whatever is stated in its place later says it too. */
const beyondTheRecord = ['wordings', 'recalculation'] as const;

export function keptOf(attributes: FactAttributes): FactAttributes {
  return Object.fromEntries(
    beyondTheRecord.flatMap((name) => {
      const value = attributes[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

/** The source of the fact that stands in another's place. */
export function restatementOf(fact: string): string {
  return `restated:${fact}`;
}

/** Corrections wait while facts are restated, so that none is taken back and stated again at the same moment. */
export async function whileNothingIsRestated(transaction: WriteTransaction): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(hashtext('gongyu restated'))`.execute(transaction);
}

/**
 * Takes facts back and states each again with other attributes, everything else the same: the deed stays, what is said
 * about it changes. Facts that were taken back before are left alone. Gives how many were restated.
 */
export async function restateFacts(
  transaction: WriteTransaction,
  restated: readonly Restated[],
  { actor, reason, at }: { actor: string; reason: string; at: Date },
): Promise<number> {
  if (restated.length === 0) return 0;
  await sql`select pg_advisory_xact_lock(hashtext('gongyu restated'))`.execute(transaction);
  const ids = restated.map(({ fact }) => fact.id);
  const gone = await reversedAmong(transaction, ids);
  const attributesOf = new Map(restated.map(({ fact, attributes }) => [fact.id, attributes]));
  const facts = (await listFactsById(transaction, ids)).filter(({ id }) => !gone.has(id));
  const reversals = facts.map((fact) => ({
    ...{ ...fact, actor, quantity: -fact.quantity, source: `reversal:${fact.id}` },
    attributes: {
      ...fact.attributes,
      reversal_reason: reason,
      reversed_at: at.toISOString(),
    },
  }));
  const anew = facts.map((fact) => ({
    ...{ ...fact, actor, source: restatementOf(fact.id) },
    attributes: attributesOf.get(fact.id) ?? fact.attributes,
  }));
  const made = () => facts.map(() => newId());
  await insertStated(
    transaction,
    reversals,
    made(),
    facts.map(({ id }) => id),
  );
  await insertStated(transaction, anew, made(), null);
  return facts.length;
}

async function reversedAmong(
  transaction: WriteTransaction,
  ids: readonly string[],
): Promise<Set<string>> {
  const { rows } = await sql<{ reverses: string }>`
    select reverses from facts where reverses = any(${plainArray(ids)}::uuid[])
    union all
    select reverses from stated_facts where reverses = any(${plainArray(ids)}::uuid[])
  `.execute(transaction);
  return new Set(rows.map(({ reverses }) => reverses));
}
