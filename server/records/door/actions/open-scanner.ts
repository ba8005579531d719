import { readerOf, requireMay, type Who } from '../../../directory/index.ts';
import { activityKind } from '../../../plan/index.ts';
import type { Call, District } from '../../../platform/index.ts';
import {
  doorTimes,
  getActivity,
  PASS_KEY,
  PASS_STEP_SECONDS,
  PASS_STEPS_ACCEPTED,
  publicKeyOfPasses,
  requireState,
} from '../../activities/index.ts';
import type { ScannerShape } from '../shapes.ts';

/** A phone takes what it needs to work at this door, with network or without. */
export async function openScanner(
  district: District,
  who: Who,
  id: string,
  { at }: Call,
): Promise<ScannerShape> {
  const activity = await district.database.read(readerOf(who), (transaction) =>
    getActivity(transaction, id),
  );
  requireMay(who, 'activities.check-in', { lineage: activity.host_lineage });
  requireState(activity.state, 'check-in');
  const { opens, closes } = doorTimes(activity);
  return {
    activity_id: id,
    title: activity.title,
    place: activity.place,
    begins_at: activity.begins_at.toISOString(),
    ends_at: activity.ends_at.toISOString(),
    doors_open_at: opens.toISOString(),
    doors_close_at: closes.toISOString(),
    asks_for_exit: activityKind(district.plan, activity.kind)?.checkIn !== 'entry',
    pass_key: publicKeyOfPasses(district.sealing.key(PASS_KEY)).toString('base64url'),
    step_seconds: PASS_STEP_SECONDS,
    steps_accepted: PASS_STEPS_ACCEPTED,
    server_time: at.toISOString(),
  };
}
