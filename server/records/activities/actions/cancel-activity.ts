import { requireMay, theProgram, type Who } from '../../../directory/index.ts';
import { settle } from '../../../notices/index.ts';
import type { Call, District, WriteTransaction } from '../../../platform/index.ts';
import { PeopleCame } from '../refusals.ts';
import { requireState } from '../require-state.ts';
import { activityStateTable } from '../states.ts';
import { takeActivity, updateActivity } from '../store/activities.ts';
import { hasAttendance } from '../store/attendances.ts';
import { peopleOfActivity } from '../store/registrations.ts';
import { takeSessions, updateSpan } from '../store/sessions.ts';
import type { Activity } from '../tables.ts';
import { tellFamilies } from '../tell-families.ts';

/**
 * Calls an activity off with all its sessions, and tells everybody who signed up or waits, with the reason. A session
 * may be called off alone. The program does it: families of private slots are told by nobody who may not see them.
 */
export async function cancelActivity(
  district: District,
  who: Who,
  asked: { id: string; reason: string },
  call: Call,
): Promise<void> {
  await district.database.write(theProgram, async (transaction) => {
    const activity = await takeActivity(transaction, asked.id);
    requireMay(who, 'activities.arrange', { lineage: activity.host_lineage });
    requireState(activity.state, 'cancel');
    const sessions = await takeSessions(transaction, activity.id);
    const open = sessions.filter(({ state }) => activityStateTable[state].next.cancel);
    if (sessions.some(({ state }) => state === 'finished')) throw PeopleCame();
    const reason = asked.reason.trim();
    for (const one of [activity, ...open]) await callOff(transaction, one, reason, call.at);
    if (activity.part_of) await updateSpan(transaction, activity.part_of);
  });
}

async function callOff(
  transaction: WriteTransaction,
  activity: Activity,
  reason: string,
  at: Date,
): Promise<void> {
  const state = requireState(activity.state, 'cancel');
  if (await hasAttendance(transaction, activity.id)) throw PeopleCame();
  // What nobody was invited to is called off without anybody hearing of it.
  const is_public = activity.is_public && activity.state !== 'draft';
  const change = { state, cancel_reason: reason, is_public };
  await updateActivity(transaction, activity.id, change, at);
  const people = await peopleOfActivity(transaction, activity.id);
  // What was said of it before matters no more.
  await settle(transaction, { subject: activity.id }, at);
  await tellFamilies(transaction, activity, {
    kind: 'cancelled',
    deed: '',
    people,
    params: { reason },
    at,
  });
}
