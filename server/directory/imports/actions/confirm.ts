import type { Call, District } from '../../../platform/index.ts';
import { readerOf, type Who } from '../../access/index.ts';
import { NotReady } from '../refusals.ts';
import { startApplying } from '../run-import.ts';
import { type ImportStanding, takeReady } from '../store.ts';
import { showImport } from './show.ts';

/** Writes what the preview showed, in one transaction; pressed twice it happens once. */
export async function confirmImport(
  district: District,
  who: Who,
  id: string,
  call: Call,
): Promise<ImportStanding> {
  await showImport(district, who, id);
  const taken = await district.database.write(readerOf(who), (transaction) =>
    takeReady(transaction, id, call.at),
  );
  if (!taken) throw NotReady();
  startApplying(district, id, who.person);
  return showImport(district, who, id);
}
