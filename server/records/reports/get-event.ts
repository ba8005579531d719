import { NotFound, type ReadTransaction } from '../../platform/index.ts';
import { type Activity, getActivity } from '../activities/index.ts';

/**
 * The event that a report is of: of a session it is the whole, which is reported on once. What two sides speak of in
 * private has no report, and nobody is listed of it.
 */
export async function getEvent(transaction: ReadTransaction, id: string): Promise<Activity> {
  const activity = await getActivity(transaction, id);
  if (activity.is_private) throw NotFound();
  return activity.part_of === null ? activity : getEvent(transaction, activity.part_of);
}
