import { readerOf, requireMay, type Who } from '../../../directory/index.ts';
import type { Call, District } from '../../../platform/index.ts';
import { copyHeld } from '../copy-held.ts';
import type { AlsoCopy } from '../door-options.ts';
import { requireState } from '../require-state.ts';
import { IsASession } from '../session-refusals.ts';
import { setSeries, takeActivity } from '../store/activities.ts';

/**
 * Drafts the same activity again on other days, at the same hour: further times of a series. All or none; the drafts
 * of one series know one another.
 */
export async function copyActivity(
  district: District,
  who: Who,
  asked: { id: string; days: readonly string[] },
  call: Call,
  alsoCopy: AlsoCopy,
): Promise<{ items: { activity_id: string; begins_at: string }[] }> {
  return district.database.write(
    readerOf(who),
    async (transaction) => {
      const activity = await takeActivity(transaction, asked.id);
      requireMay(who, 'activities.arrange', { lineage: activity.host_lineage });
      requireState(activity.state, 'copy');
      if (activity.part_of) throw IsASession();
      const series_id = activity.series_id ?? activity.id;
      await setSeries(transaction, activity.id, series_id);
      const copied = { ...activity, series_id };
      const items = await copyHeld(transaction, who, copied, { ...asked, alsoCopy }, call);
      return { items };
    },
    call,
  );
}
