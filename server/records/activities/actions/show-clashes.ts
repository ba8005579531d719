import { namesOfOrganisations, readerOf, requireMay, type Who } from '../../../directory/index.ts';
import type { District } from '../../../platform/index.ts';
import { MOST_CLASHES_SHOWN } from '../limits.ts';
import type { Clashes } from '../shapes.ts';
import { getActivity, listClashes } from '../store/activities.ts';

/** Other published activities at the same time to which some of the same families are invited. */
export async function showClashes(district: District, who: Who, id: string): Promise<Clashes> {
  return district.database.read(readerOf(who), async (transaction) => {
    const activity = await getActivity(transaction, id);
    requireMay(who, 'activities.read', { lineage: activity.host_lineage });
    const clashes = await listClashes(transaction, activity, MOST_CLASHES_SHOWN);
    const hosts = clashes.map(({ host_id }) => host_id);
    const names = await namesOfOrganisations(transaction, [...new Set(hosts)]);
    return {
      items: clashes.map((one) => ({
        activity_id: one.id,
        title: one.title,
        host_name: names.get(one.host_id) ?? '',
        begins_at: one.begins_at.toISOString(),
        ends_at: one.ends_at.toISOString(),
      })),
    };
  });
}
