import { requireMay, theProgram, type Who } from '../../../directory/index.ts';
import {
  BadRequest,
  type Call,
  ChangedMeanwhile,
  type District,
  type RefusalField,
  type WriteTransaction,
} from '../../../platform/index.ts';
import {
  isPrivateKind,
  requireAudience,
  requireGroups,
  requireKind,
  requireStages,
} from '../hosts-and-guests.ts';
import { moveUpWaiting } from '../move-up-waiting.ts';
import { CapacityBelowTaken, KindIsFixed, PriorityOfNobody } from '../refusals.ts';
import { requireState } from '../require-state.ts';
import { checkSchedule } from '../rules/check-schedule.ts';
import { IsASession } from '../session-refusals.ts';
import type { ActivityChange } from '../shapes.ts';
import {
  takeActivity,
  updateActivity,
  type ActivityChange as Written,
} from '../store/activities.ts';
import { shortenOffers } from '../store/registrations.ts';
import { shareWithSessions, takeSessions } from '../store/sessions.ts';
import type { Activity } from '../tables.ts';
import { tellOfChange } from '../tell-of-change.ts';

/**
 * Changes an activity, unless somebody else did since `version` was read. Those registered are told of another
 * time or place; more places go to those who wait.
 */
export async function changeActivity(
  district: District,
  who: Who,
  asked: { id: string; version: number; change: ActivityChange },
  call: Call,
): Promise<void> {
  await district.database.write(theProgram, async (transaction) => {
    const activity = await takeActivity(transaction, asked.id);
    requireMay(who, 'activities.arrange', { lineage: activity.host_lineage });
    requireState(activity.state, 'change');
    if (activity.part_of) throw IsASession();
    if (activity.version !== asked.version) throw ChangedMeanwhile();

    const { kind, stages, audience_ids, capacity } = asked.change;
    if (kind !== undefined && kind !== activity.kind) {
      if (activity.state !== 'draft' || activity.has_sessions) throw KindIsFixed();
      requireKind(district.plan, kind, activity.host_kind);
    }
    if (stages) requireStages(district.plan, stages);
    if (typeof capacity === 'number' && capacity < activity.places_taken)
      throw CapacityBelowTaken();
    const area = { kind: activity.host_kind, lineage: activity.host_lineage };
    const audience = audience_ids && (await requireAudience(transaction, area, audience_ids));
    const groups = asked.change.priority_ids;
    const priority = groups && (await requireGroups(transaction, area, groups));
    const change = {
      ...changeOf(asked.change, { audience, priority_ids: priority }),
      ...(kind !== undefined && { is_private: isPrivateKind(district.plan, kind) }),
    };
    const wrong = activity.has_sessions
      ? sessionsSay(asked.change)
      : checkSchedule({ ...activity, ...change });
    if (wrong.length > 0) throw BadRequest({ fields: wrong });
    const { priority_until, priority_ids } = { ...activity, ...change };
    if (priority_until && priority_ids.length === 0) throw PriorityOfNobody();

    const changed = await updateActivity(transaction, activity.id, change, call.at);
    if (changed.has_sessions) {
      await changeSessions(transaction, { before: activity, after: changed }, call.at);
      return;
    }
    await tellOfChange(transaction, { before: activity, after: changed }, call.at);
    await shortenOffers(transaction, changed.id, changed.begins_at);
    await moveUpWaiting(transaction, changed, call.at);
  });
}

const ofSessions = ['begins_at', 'ends_at', 'capacity'] as const;

/** Of what is held in sessions, time and places are theirs. */
function sessionsSay(change: ActivityChange): RefusalField[] {
  const reason = { zh: '请在时段里改', en: 'Change it in the sessions' };
  return ofSessions.flatMap((field) => (change[field] == null ? [] : [{ field, reason }]));
}

async function changeSessions(
  transaction: WriteTransaction,
  wholes: { before: Activity; after: Activity },
  at: Date,
): Promise<void> {
  const before = await takeSessions(transaction, wholes.after.id);
  await shareWithSessions(transaction, wholes, at);
  const after = new Map(
    (await takeSessions(transaction, wholes.after.id)).map((session) => [session.id, session]),
  );
  for (const session of before) {
    const changed = after.get(session.id) ?? session;
    await tellOfChange(transaction, { before: session, after: changed }, at);
  }
}

/** What is written: instants as dates, texts trimmed. */
function changeOf(
  asked: ActivityChange,
  { audience, priority_ids }: { [Each in 'audience' | 'priority_ids']: string[] | undefined },
): Written {
  const { audience_ids: _, priority_ids: __, begins_at, ends_at, title, place, ...rest } = asked;
  const {
    registration_opens_at: opens,
    registration_closes_at: closes,
    priority_until: until,
    ...fields
  } = rest;
  return {
    ...fields,
    ...(audience && { audience }),
    ...(priority_ids && { priority_ids }),
    ...(until !== undefined && { priority_until: until === null ? null : new Date(until) }),
    ...(title !== undefined && { title: title.trim() }),
    ...(place !== undefined && { place: place.trim() }),
    ...(begins_at !== undefined && { begins_at: new Date(begins_at) }),
    ...(ends_at !== undefined && { ends_at: new Date(ends_at) }),
    ...(opens !== undefined && { registration_opens_at: opens === null ? null : new Date(opens) }),
    ...(closes !== undefined && {
      registration_closes_at: closes === null ? null : new Date(closes),
    }),
  };
}
