import { may, readerOf, requireMay, type Who } from '../../../directory/index.ts';
import { type Call, type District, NotFound } from '../../../platform/index.ts';
import { NothingToExcuse } from '../refusals.ts';
import type { Missed } from '../shapes.ts';
import { getActivity } from '../store/activities.ts';
import { findRegistration } from '../store/registrations.ts';
import { type AbsenceReason, hasMissed, listMissed, putExcuse } from '../store/standings.ts';
import { missedSince } from '../waiting-line.ts';

/**
 * Says why a family that had a place did not come: a carer of the household, or staff of the host who hear it. What
 * is excused no longer counts.
 */
export async function excuseAbsence(
  district: District,
  who: Who,
  asked: { activity: string; registration: string; reason: AbsenceReason },
  { at }: Call,
): Promise<void> {
  await district.database.write(readerOf(who), async (transaction) => {
    const activity = await getActivity(transaction, asked.activity);
    const registration = await findRegistration(transaction, activity.id, asked.registration);
    const isTheirs = registration?.carers.includes(who.person) ?? false;
    const isHosts = may(who, 'activities.arrange', { lineage: activity.host_lineage });
    if (!registration || !(isTheirs || isHosts)) throw NotFound();
    const { registration: id } = registration;
    if (!(await hasMissed(transaction, id))) throw NothingToExcuse();
    await putExcuse(transaction, {
      registration: id,
      reason: asked.reason,
      by: who.person,
      at,
    });
  });
}

const DAY_MS = 86_400_000;

/** What the carer missed lately, what of it counts, and until when: nobody else is shown this. */
export async function showMissed(district: District, who: Who, { at }: Call): Promise<Missed> {
  requireMay(who, 'activities.sign-up', { person: who.person });
  const rule = district.plan.waitingList.missed;
  if (!rule) return { from: null, fades_after_days: null, counting: 0, items: [] };
  const days = rule.fadesAfterDays;
  const missed = await district.database.read(readerOf(who), (transaction) =>
    listMissed(transaction, who.person, missedSince(at, days)),
  );
  return {
    from: rule.from,
    fades_after_days: days,
    counting: missed.filter(({ excuse }) => excuse === null).length,
    items: missed.map(({ registration, activity_id, title, begins_at, ends_at, excuse }) => ({
      registration_id: registration,
      activity_id,
      title,
      begins_at: begins_at.toISOString(),
      ends_at: ends_at.toISOString(),
      fades_at: new Date(ends_at.getTime() + days * DAY_MS).toISOString(),
      excuse,
    })),
  };
}
