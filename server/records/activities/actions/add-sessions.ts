import { readerOf, requireMay, type Who, worksAt } from '../../../directory/index.ts';
import { activityKind } from '../../../plan/index.ts';
import {
  BadRequest,
  type Call,
  type District,
  newId,
  type WriteTransaction,
} from '../../../platform/index.ts';
import { MOST_SESSIONS } from '../limits.ts';
import { OverAlready } from '../refusals.ts';
import { requireState } from '../require-state.ts';
import { checkSchedule } from '../rules/check-schedule.ts';
import { checkSlots, closesWithWhole, slotsBetween, titleOfSession } from '../rules/sessions.ts';
import {
  LeaderUnknown,
  NoSessions,
  SignedUpForTheWhole,
  TooManySessions,
} from '../session-refusals.ts';
import type { NewSession, NewSlots } from '../shapes.ts';
import { insertActivity, takeActivity } from '../store/activities.ts';
import { listSessions, updateSpan } from '../store/sessions.ts';
import type { Activity } from '../tables.ts';

/** The host gives an activity a session; the first one makes it an activity of sessions. */
export function addSession(
  district: District,
  who: Who,
  { activity, ...session }: NewSession & { activity: string },
  call: Call,
): Promise<void> {
  return addSessions(district, who, { activity, sessions: [session] }, call);
}

/** … or many at once, of equal length, from one hour to another. */
export function addSlots(
  district: District,
  who: Who,
  { activity, from, until, minutes, pause, ...shared }: NewSlots & { activity: string },
  call: Call,
): Promise<void> {
  const hours = { from: new Date(from), until: new Date(until) };
  const slots = slotsBetween({ ...hours, minutes, pause: pause ?? 0 });
  const wrong = checkSlots(slots);
  if (wrong.length > 0) throw BadRequest({ fields: wrong });
  const sessions = slots.map(({ begins_at, ends_at }) => ({
    ...shared,
    begins_at: begins_at.toISOString(),
    ends_at: ends_at.toISOString(),
  }));
  return addSessions(district, who, { activity, sessions }, call);
}

async function addSessions(
  district: District,
  who: Who,
  asked: { activity: string; sessions: readonly NewSession[] },
  call: Call,
): Promise<void> {
  await district.database.write(
    readerOf(who),
    async (transaction) => {
      const whole = await takeWhole(transaction, district, who, asked.activity);
      const present = await listSessions(transaction, whole.id);
      if (present.length + asked.sessions.length > MOST_SESSIONS) throw TooManySessions();
      const excludes_others = activityKind(district.plan, whole.kind)?.sessions === 'one';
      for (const session of asked.sessions) {
        const times = timesOf(whole, session);
        const wrong = checkSchedule(times);
        if (wrong.length > 0) throw BadRequest({ fields: wrong });
        if (whole.state === 'published' && times.ends_at <= call.at) throw OverAlready();
        const { place = whole.place, label = '', team = '', capacity = null } = session;
        const led_by = await leaderOf(transaction, who, whole, session.led_by);
        await insertActivity(transaction, {
          ...whole,
          ...times,
          id: newId(),
          title: titleOfSession(whole.title, label.trim()),
          place: place.trim(),
          capacity: whole.is_private ? 1 : capacity,
          led_by,
          part_of: whole.id,
          has_sessions: false,
          is_listed: false,
          excludes_others,
          label: label.trim(),
          team: team.trim(),
          series_id: null,
          made_by: who.person,
          made_at: call.at,
          changed_at: call.at,
        });
      }
      await updateSpan(transaction, whole.id);
      return { made: asked.sessions.length };
    },
    call,
  );
}

/** The activity, held, if this person may give it sessions. */
export async function takeWhole(
  transaction: WriteTransaction,
  { plan }: District,
  who: Who,
  id: string,
): Promise<Activity> {
  const activity = await takeActivity(transaction, id);
  requireMay(who, 'activities.arrange', { lineage: activity.host_lineage });
  requireState(activity.state, 'change');
  const mayHaveSessions = activityKind(plan, activity.kind)?.sessions !== undefined;
  if (activity.part_of || !mayHaveSessions) throw NoSessions();
  if (activity.last_queue_number > 0) throw SignedUpForTheWhole();
  return activity;
}

function timesOf(whole: Activity, session: Pick<NewSession, 'begins_at' | 'ends_at'>) {
  const begins_at = new Date(session.begins_at);
  const { registration_opens_at: opens, priority_until: until } = whole;
  return {
    begins_at,
    ends_at: new Date(session.ends_at),
    registration_opens_at: opens && opens < begins_at ? opens : null,
    registration_closes_at: closesWithWhole(whole, begins_at),
    priority_until: until && until < begins_at ? until : null,
  };
}

/** Who sees families in private: somebody who works at the host, or whoever makes the slots. */
async function leaderOf(
  transaction: WriteTransaction,
  who: Who,
  { is_private, host_id }: Activity,
  asked: string | undefined,
): Promise<string | null> {
  if (!is_private) return null;
  if (asked === undefined || asked === who.person) return who.person;
  if (!(await worksAt(transaction, asked, host_id))) throw LeaderUnknown();
  return asked;
}
