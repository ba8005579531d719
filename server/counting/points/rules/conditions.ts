import type { CountedFact } from '../../../facts/index.ts';
import type { Condition } from '../../../plan/index.ts';

/** Whether a fact's attributes meet every condition of a rule. */
export function meets(
  conditions: readonly Condition[],
  attributes: CountedFact['attributes'],
): boolean {
  return conditions.every(({ attribute, in: allowed }) => {
    const value = attributes[attribute];
    return typeof value === 'string' && allowed.includes(value);
  });
}
