import {
  lineagesOfOrganisations,
  namesOfOrganisations,
  readerOf,
  requireMay,
  type Who,
} from '../../../directory/index.ts';
import type { District } from '../../../platform/index.ts';
import { MOST_CLASHES_SHOWN } from '../limits.ts';
import { shareFamilies } from '../rules/audience.ts';
import type { Clashes } from '../shapes.ts';
import { getActivity, listAtTheTimeOf } from '../store/activities.ts';

/** Other published activities at the same time to which some of the same families are invited. */
export async function showClashes(district: District, who: Who, id: string): Promise<Clashes> {
  return district.database.read(readerOf(who), async (transaction) => {
    const activity = await getActivity(transaction, id);
    requireMay(who, 'activities.read', { lineage: activity.host_lineage });
    const besides = await listAtTheTimeOf(transaction, activity);
    const invited = [activity, ...besides].flatMap(({ audience }) => audience);
    const lineageOf = await lineagesOfOrganisations(transaction, [...new Set(invited)]);
    const clashes = besides
      .filter(({ audience }) => shareFamilies(activity.audience, audience, lineageOf))
      .slice(0, MOST_CLASHES_SHOWN);
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
