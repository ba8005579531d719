import { carersOfStudents, may, reachOf, theProgram, type Who } from '../../directory/index.ts';
import type { District, Reader } from '../../platform/index.ts';
import type { Anomaly } from './tables.ts';

/** Row-level security shows them to those who host what they are about, which students they see or not. */
export function readerOfAnomalies(who: Who): Reader {
  return { person: who.person, reach: reachOf(who, 'anomalies.look') };
}

/** Whether a host's events are for this person to see. */
export function reaches(who: Who, lineage: readonly string[]): boolean {
  return may(who, 'anomalies.look', { lineage });
}

/** Nobody explains away a hint about the house they answer for: it is for those above it, if there are any. */
export function isAboutOwnEvents(who: Who, { kind, subject_id, places }: Anomaly): boolean {
  if (kind !== 'always-maximum') return false;
  const above = places.filter((place) => place !== subject_id);
  return above.length > 0 && !reaches(who, above);
}

/** Nor one about themselves or their family. */
export async function isAboutOwnFamily(
  { database }: District,
  who: Who,
  { carer_ids }: Anomaly,
): Promise<boolean> {
  if (carer_ids.includes(who.person)) return true;
  const family = await database.read(theProgram, (transaction) =>
    carersOfStudents(transaction, who.children),
  );
  return family.some(({ carer }) => carer_ids.includes(carer));
}
