import { namesOfPeople, requireMay, type Who } from '../../../directory/index.ts';
import type { Plan } from '../../../plan/index.ts';
import {
  type Call,
  type District,
  NotFound,
  type ReadTransaction,
} from '../../../platform/index.ts';
import { findActivities, listHeldEvents, listStays } from '../../activities/index.ts';
import { listUsesOfPhone } from '../../door/index.ts';
import { linesOf } from '../lines-of.ts';
import { measuredKinds } from '../rules/measured-kinds.ts';
import type { AnomalyFile } from '../shapes.ts';
import { anomalyKindTable } from '../states.ts';
import { findAnomaly, keepLook } from '../store.ts';
import type { Anomaly } from '../tables.ts';
import { isAboutOwnEvents, isAboutOwnFamily, reaches, readerOfAnomalies } from '../who-may.ts';

/** One of them with its evidence, as far as it is of events in reach. A look at people's is written down for them. */
export async function showAnomaly(
  district: District,
  who: Who,
  id: string,
  { at }: Call,
): Promise<AnomalyFile> {
  const { database, plan } = district;
  const reader = readerOfAnomalies(who);
  const known = await database.read(reader, (transaction) => findAnomaly(transaction, id));
  if (!known) throw NotFound();
  requireMay(who, 'anomalies.look', { lineage: known.places });
  const isOwn = isAboutOwnEvents(who, known) || (await isAboutOwnFamily(district, who, known));
  return database.write(reader, async (transaction) => {
    if (known.carer_ids.length > 0) {
      await keepLook(transaction, { anomaly: id, reader: who.person, at });
    }
    const [line] = await linesOf(transaction, who, [known]);
    if (!line) throw NotFound();
    return {
      ...line,
      harmless: anomalyKindTable[known.kind].harmless,
      presences: await presencesOf(transaction, who, known),
      ...(await usesOf(transaction, who, known)),
      events: await eventsOf(transaction, plan, known),
      may_look_into: known.state === 'open' && !isOwn,
    };
  });
}

/** As they stand now. Of another's event only when it was: that is what the hint is about. */
async function presencesOf(transaction: ReadTransaction, who: Who, { evidence_ids }: Anomaly) {
  const stays = await listStays(transaction, evidence_ids);
  return stays.map((stay) => {
    const isSeen = reaches(who, stay.host_lineage);
    return {
      activity_id: isSeen ? stay.activity_id : null,
      title: isSeen ? stay.title : null,
      place: isSeen ? stay.place : null,
      attendance_id: isSeen ? stay.attendance_id : null,
      from_at: stay.from_at.toISOString(),
      until_at: stay.until_at.toISOString(),
      minutes: stay.minutes,
    };
  });
}

async function usesOf(
  transaction: ReadTransaction,
  who: Who,
  { kind, subject_id, activity_ids, from_at, until_at }: Anomaly,
): Promise<Pick<AnomalyFile, 'uses' | 'uses_elsewhere'>> {
  if (kind !== 'one-phone') return { uses: [], uses_elsewhere: 0 };
  const all = (await listUsesOfPhone(transaction, subject_id, activity_ids)).filter(
    ({ at }) => at >= from_at && at <= until_at,
  );
  const activities = await findActivities(transaction, activity_ids);
  const seen = all.filter(({ activity_id }) =>
    reaches(who, activities.get(activity_id)?.host_lineage ?? []),
  );
  const names = await namesOfPeople(transaction, [
    ...new Set(seen.map(({ carer_id }) => carer_id)),
  ]);
  const uses = seen.map(({ activity_id, carer_id, at, got_in }) => ({
    activity_id,
    title: activities.get(activity_id)?.title ?? null,
    at: at.toISOString(),
    carer_name: names.get(carer_id) ?? '',
    got_in,
  }));
  return { uses, uses_elsewhere: all.length - seen.length };
}

async function eventsOf(
  transaction: ReadTransaction,
  plan: Plan,
  { kind, activity_ids }: Anomaly,
): Promise<AnomalyFile['events']> {
  if (kind !== 'always-maximum') return [];
  const held = await listHeldEvents(transaction, measuredKinds(plan), activity_ids);
  return held.map(({ begins_at, ends_at, ...event }) => ({
    ...event,
    begins_at: begins_at.toISOString(),
    ends_at: ends_at.toISOString(),
  }));
}
