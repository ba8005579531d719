import { directoryVersion } from '../../directory/index.ts';
import type { ReadTransaction } from '../../platform/index.ts';
import { versionsAt } from './store/versions.ts';

/**
 * Of which version whatever duties show of some places is now: their figures, the organisations, posts and names. By it
 * who keeps what was shown knows, exactly, whether it still holds.
 */
export async function versionsOf(
  transaction: ReadTransaction,
  places: readonly string[],
): Promise<(place: string) => string> {
  const [directory, tallies] = await Promise.all([
    directoryVersion(transaction),
    versionsAt(transaction, places),
  ]);
  return (place) => `${directory}.${tallies(place)}`;
}
