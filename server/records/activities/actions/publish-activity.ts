import { readerOf, requireMay, type Who } from '../../../directory/index.ts';
import type { Call, District } from '../../../platform/index.ts';
import { OverAlready } from '../refusals.ts';
import { requireState } from '../require-state.ts';
import { IsASession, NeedsSlots } from '../session-refusals.ts';
import { activityStateTable } from '../states.ts';
import { takeActivity, updateActivity } from '../store/activities.ts';
import { takeSessions } from '../store/sessions.ts';

/** From now on the families invited see it, with all its sessions, and may sign up. */
export async function publishActivity(
  district: District,
  who: Who,
  id: string,
  call: Call,
): Promise<void> {
  await district.database.write(readerOf(who), async (transaction) => {
    const activity = await takeActivity(transaction, id);
    requireMay(who, 'activities.arrange', { lineage: activity.host_lineage });
    const state = requireState(activity.state, 'publish');
    if (activity.part_of) throw IsASession();
    if (activity.is_private && !activity.has_sessions) throw NeedsSlots();
    if (activity.ends_at <= call.at) throw OverAlready();
    await updateActivity(transaction, id, { state }, call.at);
    for (const session of await takeSessions(transaction, id)) {
      if (activityStateTable[session.state].next.publish === undefined) continue;
      await updateActivity(transaction, session.id, { state }, call.at);
    }
  });
}
