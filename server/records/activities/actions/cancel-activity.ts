import { readerOf, requireMay, type Who } from '../../../directory/index.ts';
import { settle } from '../../../notices/index.ts';
import type { Call, District } from '../../../platform/index.ts';
import { PeopleCame } from '../refusals.ts';
import { requireState } from '../require-state.ts';
import { takeActivity, updateActivity } from '../store/activities.ts';
import { hasAttendance } from '../store/attendances.ts';
import { peopleOfActivity } from '../store/registrations.ts';
import { tellFamilies } from '../tell-families.ts';

/** Calls an activity off and tells everybody who signed up or waits, with the reason. */
export async function cancelActivity(
  district: District,
  who: Who,
  asked: { id: string; reason: string },
  call: Call,
): Promise<void> {
  await district.database.write(readerOf(who), async (transaction) => {
    const activity = await takeActivity(transaction, asked.id);
    requireMay(who, 'activities.arrange', { lineage: activity.host_lineage });
    const state = requireState(activity.state, 'cancel');
    if (await hasAttendance(transaction, activity.id)) throw PeopleCame();
    const reason = asked.reason.trim();
    // What nobody was invited to is called off without anybody hearing of it.
    const is_public = activity.is_public && activity.state !== 'draft';
    const change = { state, cancel_reason: reason, is_public };
    await updateActivity(transaction, activity.id, change, call.at);
    const people = await peopleOfActivity(transaction, activity.id);
    // What was said of it before matters no more.
    await settle(transaction, { subject: activity.id }, call.at);
    const told = { kind: 'cancelled', deed: '', people, params: { reason }, at: call.at } as const;
    await tellFamilies(transaction, activity, told);
  });
}
