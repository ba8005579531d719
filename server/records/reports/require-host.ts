import { readerOf, requireMay, type Who } from '../../directory/index.ts';
import type { District } from '../../platform/index.ts';
import type { Activity } from '../activities/index.ts';
import { getEvent } from './get-event.ts';
import { NotConfirmedYet } from './refusals.ts';

/** The event, of whose host this person is, once it is confirmed who came. */
export async function requireHost(district: District, who: Who, id: string): Promise<Activity> {
  const activity = await district.database.read(readerOf(who), (transaction) =>
    getEvent(transaction, id),
  );
  requireMay(who, 'activities.arrange', { lineage: activity.host_lineage });
  if (activity.state !== 'finished') throw NotConfirmedYet();
  return activity;
}
