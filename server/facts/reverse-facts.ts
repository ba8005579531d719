import { newId, type ReadTransaction, type WriteTransaction } from '../platform/index.ts';
import type { FactAttributes } from './fact.ts';
import { FactNotFound, FactReversedAlready } from './refusals.ts';
import { insertStated } from './state-facts.ts';
import { findFactBySource, isReversed } from './store.ts';

/** Whether a source has stated a fact, taken back since or not. */
export async function hasStated(transaction: ReadTransaction, source: string): Promise<boolean> {
  return (await findFactBySource(transaction, source)) !== undefined;
}

/**
 * Takes back the facts of the given sources: for each a copy with the quantity negated, which names the fact
 * and the reason. Nothing is edited. Refuses a source that stated nothing, or that was taken back before.
 */
export async function reverseFacts(
  transaction: WriteTransaction,
  sources: readonly string[],
  { actor, reason, at }: { actor: string; reason: string; at: Date },
): Promise<string[]> {
  const made: string[] = [];
  for (const source of sources) {
    const fact = await findFactBySource(transaction, source);
    if (!fact) throw FactNotFound();
    if (await isReversed(transaction, fact.id)) throw FactReversedAlready();
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
    made.push(id);
  }
  return made;
}
