import { readerOf, requireMay, type Who } from '../../../directory/index.ts';
import type { District } from '../../../platform/index.ts';
import { getActivity } from '../../activities/index.ts';
import { ANSWERS_TOLD_TOGETHER } from '../limits.ts';
import { summaryOf } from '../rules/summary.ts';
import type { Ratings } from '../shapes.ts';
import { listTold } from '../store.ts';

/** What the host reads: averages and what was written, of at least five together. */
export async function showRatings(district: District, who: Who, id: string): Promise<Ratings> {
  return district.database.read(readerOf(who), async (transaction) => {
    const activity = await getActivity(transaction, id);
    requireMay(who, 'activities.read', { lineage: activity.host_lineage });
    const { stars, helped, improve, ...summary } = summaryOf(await listTold(transaction, id));
    return {
      title: activity.title,
      told_together: ANSWERS_TOLD_TOGETHER,
      ...summary,
      stars: [...stars],
      helped: [...helped],
      improve: [...improve],
    };
  });
}
