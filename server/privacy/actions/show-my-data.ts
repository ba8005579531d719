import { readerOf, type Who } from '../../directory/index.ts';
import type { District, Held, ReadTransaction } from '../../platform/index.ts';
import { holdings } from '../holdings.ts';
import { ForGrownUps } from '../refusals.ts';
import { listRequestsOf } from '../store.ts';
import { showRequest } from './show-requests.ts';

/** What is held about me, part by part, with how much of it; and what I asked of it. */
export async function showMyData(district: District, who: Who) {
  requireGrownUp(who);
  return district.database.read(readerOf(who), async (transaction) => {
    const held = heldBy(district, who, transaction);
    const parts = [];
    for (const { name, title, why, list, erase } of holdings) {
      const count = (await list(held)).length;
      if (count > 0) parts.push({ name, title, why, count, is_erased: erase !== undefined });
    }
    const requests = await listRequestsOf(transaction, who.person);
    return { parts, requests: requests.map((line) => showRequest(district, line)) };
  });
}

/** The person's own file: under row-level security they see what is theirs. */
export function heldBy(
  district: District,
  { person, children }: Who,
  transaction: ReadTransaction,
): Held<ReadTransaction> {
  return { district, person, children, transaction };
}

export function requireGrownUp({ kind }: Who): void {
  if (kind === 'student') throw ForGrownUps();
}
