import type { FactStatement } from '../../../facts/index.ts';
import { beginningOf } from '../../../plan/index.ts';
import type { Award } from '../tables.ts';

const NOON_MS = 12 * 3_600_000;

export const sourceOf = ({ id }: Pick<Award, 'id'>): string => `award:${id}`;

/** What a confirmed award states; the second person vouches for it. */
export function factOfAward(award: Award, confirmedBy: string): FactStatement {
  return {
    kind: award.kind,
    at: new Date(beginningOf(award.done_on).getTime() + NOON_MS),
    organisation: award.organisation_id,
    subject: award.carer_id,
    actor: confirmedBy,
    quantity: award.quantity,
    source: sourceOf(award),
    attributes: { award: award.id },
  };
}
