import { newId, type ReadTransaction, type WriteTransaction } from '../platform/index.ts';
import type { Fact, FactAttributes } from './fact.ts';
import { FactNotFound, FactReversedAlready } from './refusals.ts';
import { keptOf, restatementOf, whileNothingIsRestated } from './restate-facts.ts';
import { insertStated } from './state-facts.ts';
import { findFactBySource, isReversed } from './store.ts';

/** Whether a source has stated a fact, taken back since or not. */
export async function hasStated(transaction: ReadTransaction, source: string): Promise<boolean> {
  return (await findFactBySource(transaction, source)) !== undefined;
}

/** Whether what a source has stated stands, as it was stated or counted anew. */
export async function standsFact(transaction: ReadTransaction, source: string): Promise<boolean> {
  const stated = await findFactBySource(transaction, source);
  return stated !== undefined && (await lastOf(transaction, stated)) !== undefined;
}

/**
 * Takes back the facts of the given sources: for each a copy with the quantity negated, which names the fact
 * and the reason. Nothing is edited. Refuses a source that stated nothing, or that was taken back before. Gives, in
 * the order of the sources, what facts that take their place are to say too: a deed that was counted anew stays so
 * when it is corrected.
 */
export async function reverseFacts(
  transaction: WriteTransaction,
  sources: readonly string[],
  { actor, reason, at }: { actor: string; reason: string; at: Date },
): Promise<FactAttributes[]> {
  await whileNothingIsRestated(transaction);
  const kept: FactAttributes[] = [];
  for (const source of sources) {
    const fact = await standingFact(transaction, source);
    const id = newId();
    const attributes: FactAttributes = {
      ...fact.attributes,
      reversal_reason: reason,
      reversed_at: at.toISOString(),
    };
    const reversal = {
      ...fact,
      actor,
      quantity: -fact.quantity,
      source: `reversal:${fact.id}`,
      attributes,
    };
    await insertStated(transaction, [reversal], [id], [fact.id]);
    kept.push(keptOf(fact.attributes));
  }
  return kept;
}

/** What stands of a source: its fact, or the one that was stated in its place since. */
async function standingFact(transaction: ReadTransaction, source: string): Promise<Fact> {
  const stated = await findFactBySource(transaction, source);
  if (!stated) throw FactNotFound();
  const fact = await lastOf(transaction, stated);
  if (!fact) throw FactReversedAlready();
  return fact;
}

/** The fact itself, or what was stated in its place since; undefined: it was taken back for good. */
async function lastOf(transaction: ReadTransaction, stated: Fact): Promise<Fact | undefined> {
  let fact: Fact | undefined = stated;
  while (fact && (await isReversed(transaction, fact.id))) {
    fact = await findFactBySource(transaction, restatementOf(fact.id));
  }
  return fact;
}
