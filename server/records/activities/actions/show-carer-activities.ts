import {
  childrenOfCarers,
  namesOfOrganisations,
  readerOf,
  requireMay,
  type Who,
} from '../../../directory/index.ts';
import { activityKind } from '../../../plan/index.ts';
import type { Call, District } from '../../../platform/index.ts';
import { listUpcomingFor } from '../coming.ts';
import type { WorthOf } from '../door-options.ts';
import { MOST_COMING_SHOWN } from '../limits.ts';
import { deedToCome, summaryOf } from '../rules/show-fields.ts';
import type { CarerActivity, CarerRegistration } from '../shapes.ts';
import { listOwnRegistrations } from '../store/registrations.ts';
import { registrationShown } from './show-activity.ts';

/** What is coming for the carer's children, the soonest first. */
export async function showCarerActivities(
  district: District,
  who: Who,
  asked: { kind?: string; student_id?: string },
  call: Call,
  worthOf: WorthOf,
): Promise<{ items: CarerActivity[] }> {
  const { kind, student_id: student } = asked;
  requireMay(who, 'activities.sign-up', student ? { student } : { person: who.person });
  const { plan } = district;
  return district.database.read(readerOf(who), async (transaction) => {
    const family = await childrenOfCarers(transaction, [who.person]);
    const children = student ? family.filter((child) => child.student === student) : family;
    const limit = MOST_COMING_SHOWN;
    const coming = await listUpcomingFor(transaction, children, { at: call.at, kind, limit });
    const own = await listOwnRegistrations(transaction, who.person, {
      activitiesOrParts: coming.map(({ activity }) => activity.id),
      most: limit * 2,
    });
    const hosts = coming.map(({ activity }) => activity.host_id);
    const names = await namesOfOrganisations(transaction, [...new Set(hosts)]);
    return {
      items: coming.map(({ activity, students }) => {
        const deed = deedToCome(plan, activity);
        const mine = own.find(
          (one) => one.activity_id === activity.id || one.part_of === activity.id,
        );
        return {
          ...summaryOf(plan, activity, names),
          worth: deed ? worthOf(plan, deed) : 0,
          student_ids: students,
          registration: mine ? registrationShown(mine) : null,
        };
      }),
    };
  });
}

const MOST_REGISTRATIONS_SHOWN = 200;

/** What the carer signed up for, coming and past, latest first. */
export async function showCarerRegistrations(
  district: District,
  who: Who,
): Promise<{ items: CarerRegistration[] }> {
  requireMay(who, 'activities.sign-up', { person: who.person });
  const most = MOST_REGISTRATIONS_SHOWN;
  const own = await district.database.read(readerOf(who), (transaction) =>
    listOwnRegistrations(transaction, who.person, { most }),
  );
  return {
    items: own.map((one) => ({
      ...registrationShown(one),
      activity_id: one.activity_id,
      title: one.title,
      kind_name: activityKind(district.plan, one.kind)?.name ?? { zh: one.kind, en: one.kind },
      begins_at: one.begins_at.toISOString(),
      ends_at: one.ends_at.toISOString(),
      place: one.place,
      online_link: one.state === 'registered' ? one.online_link : null,
      activity_state: one.activity_state,
      attendance: one.attendance,
      minutes: one.minutes,
    })),
  };
}
