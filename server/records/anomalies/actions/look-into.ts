import { requireMay, type Who } from '../../../directory/index.ts';
import { type Call, ChangedMeanwhile, type District, NotFound } from '../../../platform/index.ts';
import { NotToBeLookedInto, OwnAnomaly, OwnEvents } from '../refusals.ts';
import type { LookIntoAnomaly } from '../shapes.ts';
import { anomalyStateTable } from '../states.ts';
import { findAnomaly, keepFinding, takeAnomaly } from '../store.ts';
import { isAboutOwnEvents, isAboutOwnFamily, readerOfAnomalies } from '../who-may.ts';

/**
 * Somebody has looked into it and writes what they found: there is a good reason, or the presence is being corrected,
 * at the event, in the way that every correction goes. Nothing else follows from it.
 */
export async function lookInto(
  district: District,
  who: Who,
  asked: LookIntoAnomaly & { id: string; version: number },
  { at }: Call,
): Promise<void> {
  const { database } = district;
  const reader = readerOfAnomalies(who);
  const known = await database.read(reader, (transaction) => findAnomaly(transaction, asked.id));
  if (!known) throw NotFound();
  requireMay(who, 'anomalies.look', { lineage: known.places });
  if (isAboutOwnEvents(who, known)) throw OwnEvents();
  if (await isAboutOwnFamily(district, who, known)) throw OwnAnomaly();
  await database.write(reader, async (transaction) => {
    const anomaly = await takeAnomaly(transaction, asked.id);
    if (!anomaly) throw NotFound();
    if (anomaly.version !== asked.version) throw ChangedMeanwhile();
    const state = anomalyStateTable[anomaly.state].next[asked.finding];
    if (!state) throw NotToBeLookedInto();
    await keepFinding(transaction, anomaly, {
      ...{ state, note: asked.note.trim(), looked_by: who.person, looked_at: at },
    });
  });
}
