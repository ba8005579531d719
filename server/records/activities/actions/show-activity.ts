import {
  type ChildOfCarer,
  may,
  namesOfOrganisations,
  namesOfPeople,
  readerOf,
  type Who,
} from '../../../directory/index.ts';
import { activityKind } from '../../../plan/index.ts';
import {
  type Call,
  type District,
  type Language,
  NotFound,
  type ReadTransaction,
} from '../../../platform/index.ts';
import type { WorthOf } from '../door-options.ts';
import { goesFirst, isInvited } from '../rules/audience.ts';
import { placesLeft } from '../rules/household.ts';
import { audienceLine, deedToCome, summaryOf } from '../rules/show-fields.ts';
import { sessionShown } from '../rules/show-sessions.ts';
import { reasonsOf } from '../rules/waiting-order.ts';
import type { ActivityDetail } from '../shapes.ts';
import {
  type ActivityAction,
  activityActions,
  activityStateTable,
  capabilityFor,
} from '../states.ts';
import { getActivity, listSeries } from '../store/activities.ts';
import { attendancesOf, countAttendances } from '../store/attendances.ts';
import { getProgramme } from '../store/programmes.ts';
import { answersOf, listQuestions } from '../store/questions.ts';
import {
  countRegistrations,
  listOwnRegistrations,
  type OwnRegistration,
} from '../store/registrations.ts';
import { countSessions, listSessions } from '../store/sessions.ts';
import type { Activity } from '../tables.ts';
import { getSeen } from '../who-sees.ts';
import { cameAs, isThanked } from './show-thanks.ts';

/**
 * An activity as this person may see it: the host's staff with counts and what may be done next, a carer with
 * the own registration and the children it is for. Anybody else does not find it.
 */
export async function showActivity(
  district: District,
  who: Who,
  id: string,
  call: Call,
  worthOf: WorthOf,
): Promise<ActivityDetail> {
  const { plan, sealing } = district;
  return district.database.read(readerOf(who), async (transaction) => {
    const seen = await getSeen(transaction, who, id);
    const { activity, isDesk, own, part, children, invited } = seen;
    if (!isDesk && !seen.isGuest) throw NotFound();

    const names = await namesOfOrganisations(transaction, [
      activity.host_id,
      ...activity.audience,
      ...activity.priority_ids,
    ]);
    const deed = deedToCome(plan, activity);
    return {
      ...summaryOf(plan, activity, names),
      ...ownPart(activity, own, invited, isDesk),
      came_as: cameAs(part),
      is_thanked: isThanked(activity, part),
      worth: deed ? worthOf(plan, deed) : 0,
      state: activity.state,
      version: activity.version,
      description: activity.description,
      bring: activity.bring,
      audience: audienceLine(plan, activity, names, call.language),
      registration_opens_at: activity.registration_opens_at?.toISOString() ?? null,
      registration_closes_at: activity.registration_closes_at?.toISOString() ?? null,
      is_public: activity.is_public,
      priority: priorityShown(activity, children, names, call.language),
      programme: await programmeOf(transaction, activity),
      questions: await listQuestions(transaction, id),
      answers: own
        ? ((await answersOf(transaction, sealing, [own.registration])).get(own.registration) ?? [])
        : [],
      cancel_reason: activity.cancel_reason,
      series: (await listSeries(transaction, activity))
        .filter((one) => isDesk || isStillFor(one, children, call.at))
        .map(seriesDate),
      is_private: activity.is_private,
      every_family: activityKind(plan, activity.kind)?.everyFamily ?? false,
      has_team: activityKind(plan, activity.kind)?.teams ?? false,
      has_topics: activityKind(plan, activity.kind)?.topics ?? false,
      with_children: activityKind(plan, activity.kind)?.withChildren ?? false,
      children_came: await childrenWhoCame(transaction, own, who.person),
      is_led_by_me: activity.led_by === who.person,
      part_of: await wholeOf(transaction, activity),
      sessions: await sessionsOf(transaction, who, activity, {
        ...{ isDesk, children },
        hasTeam: activityKind(plan, activity.kind)?.teams ?? false,
      }),
      desk: isDesk ? await deskPart(transaction, who, activity) : null,
    };
  });
}

/** Of a carer who came: the children who were there too. */
async function childrenWhoCame(
  transaction: ReadTransaction,
  own: OwnRegistration | undefined,
  carer: string,
) {
  if (!own || own.attendance === 'none') return null;
  const { activity_id: activity, students } = own;
  const came = (await attendancesOf(transaction, activity, [carer])).get(carer);
  return [...(came?.students_present ?? students)];
}

async function programmeOf(transaction: ReadTransaction, { programme_id: id }: Activity) {
  if (id === null) return null;
  const { name } = await getProgramme(transaction, id);
  return { id, name };
}

async function wholeOf(transaction: ReadTransaction, { part_of }: Activity) {
  if (part_of === null) return null;
  const { title } = await getActivity(transaction, part_of);
  return { activity_id: part_of, title };
}

/** For the host's staff all; for a carer those that one may still choose, and one's own. */
async function sessionsOf(
  transaction: ReadTransaction,
  who: Who,
  { id, has_sessions }: Activity,
  {
    isDesk,
    children,
    hasTeam,
  }: { isDesk: boolean; children: readonly ChildOfCarer[]; hasTeam: boolean },
): Promise<ActivityDetail['sessions']> {
  if (!has_sessions) return [];
  const sessions = await listSessions(transaction, id);
  const own = await listOwnRegistrations(transaction, who.person, {
    activities: sessions.map((session) => session.id),
    most: sessions.length,
  });
  const mine = new Map(own.map(({ activity_id, state }) => [activity_id, state]));
  const counts = isDesk ? await countSessions(transaction, id) : undefined;
  const leaders = sessions.flatMap(({ led_by }) => led_by ?? []);
  const names = await namesOfPeople(transaction, [...new Set(leaders)]);
  const isShown = (session: Activity) =>
    isDesk ||
    mine.has(session.id) ||
    (session.state === 'published' && children.some((child) => isInvited(session, child)));
  // Who leads a team is for its own people to know.
  const isNamed = ({ id: session }: Activity) =>
    isDesk || !hasTeam || mine.get(session) === 'registered';
  return sessions.filter(isShown).map((session) =>
    sessionShown(session, mine.get(session.id), counts?.get(session.id), {
      names: isNamed(session) ? names : new Map(),
      hasTeam,
    }),
  );
}

/** Who goes first, if the host named anybody. */
function priorityShown(
  activity: Activity,
  children: readonly ChildOfCarer[],
  names: ReadonlyMap<string, string>,
  language: Language,
): ActivityDetail['priority'] {
  const { priority_ids: groups, priority_until: until } = activity;
  if (groups.length === 0) return null;
  return {
    until: until?.toISOString() ?? null,
    groups: groups.flatMap((id) => names.get(id) ?? []).join(language === 'zh' ? '、' : ', '),
    is_mine: goesFirst(activity, children),
  };
}

/** Another time of the series to which the carer may come instead. */
function isStillFor(one: Activity, children: readonly ChildOfCarer[], at: Date): boolean {
  const isComing = one.state === 'published' && one.ends_at > at;
  return isComing && children.some((child) => isInvited(one, child));
}

function seriesDate(one: Activity): ActivityDetail['series'][number] {
  return {
    activity_id: one.id,
    begins_at: one.begins_at.toISOString(),
    ends_at: one.ends_at.toISOString(),
    state: one.state,
    places_left: placesLeft(one),
  };
}

function ownPart(
  { online_link, state }: Activity,
  own: OwnRegistration | undefined,
  invited: readonly ChildOfCarer[],
  isDesk: boolean,
) {
  const isForThem = state !== 'draft';
  return {
    student_ids: isForThem ? invited.map(({ student }) => student) : [],
    registration: own ? registrationShown(own) : null,
    attendance: own?.attendance ?? 'none',
    online_link: isDesk || own?.state === 'registered' ? online_link : null,
  };
}

export function registrationShown({
  registration,
  state,
  waiting_position,
  waiting_rank,
  offer_ends_at,
  students,
}: OwnRegistration) {
  return {
    id: registration,
    state,
    waiting_position,
    waiting_reasons: state === 'waiting' ? reasonsOf(waiting_rank) : [],
    offer_ends_at: offer_ends_at?.toISOString() ?? null,
    student_ids: [...students],
  };
}

async function deskPart(transaction: ReadTransaction, who: Who, activity: Activity) {
  const { host_lineage: lineage, state, audience, finished_by, finished_at } = activity;
  const sessions = await listSessions(transaction, activity.id);
  const places = [activity, ...sessions].map(({ id }) => id);
  const notOfThis = actionsNotOf(activity);
  const actions = activityActions.filter(
    (action) =>
      !notOfThis.includes(action) &&
      activityStateTable[state].next[action] !== undefined &&
      may(who, capabilityFor[action], { lineage }),
  );
  return {
    audience_ids: audience,
    priority_ids: activity.priority_ids,
    ...(await countRegistrations(transaction, places)),
    ...(await countAttendances(transaction, places)),
    finished_by:
      finished_by === null
        ? null
        : ((await namesOfPeople(transaction, [finished_by])).get(finished_by) ?? null),
    finished_at: finished_at?.toISOString() ?? null,
    actions,
  };
}

/** People are checked in at a session; what all sessions share is done to the whole. Signing up is a family's. */
function actionsNotOf({ has_sessions, part_of, is_private }: Activity): readonly ActivityAction[] {
  if (part_of && is_private) return ['sign-up', 'change', 'publish', 'copy', 'check-in', 'correct'];
  if (has_sessions) return ['sign-up', 'check-in', 'correct'];
  return part_of === null ? ['sign-up'] : ['sign-up', 'change', 'publish', 'copy'];
}
