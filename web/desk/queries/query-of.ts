import type { Operation, Query } from '../../shared/api.ts';

/**
 * Filters as the address has them, for the server to judge: an address may be written by hand, and what the server
 * does not know it refuses with a sentence.
 */
export function queryOf<Name extends Operation>(filters: object): NonNullable<Query<Name>> {
  return filters as NonNullable<Query<Name>>;
}
