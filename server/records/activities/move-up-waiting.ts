import type { WriteTransaction } from '../../platform/index.ts';
import { freePlaces } from './rules/household.ts';
import { offerEnd } from './rules/offer-end.ts';
import { updatePlaces } from './store/activities.ts';
import { moveUpFirst } from './store/registrations.ts';
import type { Activity } from './tables.ts';
import { tellFamilies } from './tell-families.ts';

/**
 * Offers the free places to the first who wait, or gives them where there is no time left to ask or no limit any
 * more, and tells them. Called wherever a place may have come free, in
 * the transaction that freed it and holds the activity: so nobody ever waits while a place is free.
 */
export async function moveUpWaiting(
  transaction: WriteTransaction,
  activity: Activity,
  at: Date,
): Promise<void> {
  const free = freePlaces(activity);
  if (activity.state !== 'published' || free === 0) return;
  // A waiting list is never longer than the numbers that it gave out.
  const most = Math.min(free, activity.last_queue_number);
  const offerEndsAt = activity.capacity === null ? null : offerEnd(at, activity.begins_at);
  const how = { at, offerEndsAt };
  const { moved, people } = await moveUpFirst(transaction, activity.id, most, how);
  if (moved === 0) return;
  await updatePlaces(transaction, { ...activity, places_taken: activity.places_taken + moved });
  const { place, begins_at } = activity;
  // Who is moved up twice has signed up again in between, and was given a higher number.
  const told = { people, deed: activity.last_queue_number, at };
  await tellFamilies(
    transaction,
    activity,
    offerEndsAt
      ? {
          ...told,
          kind: 'offered',
          params: { ends_at: offerEndsAt.toISOString() },
          until: offerEndsAt,
        }
      : { ...told, kind: 'moved-up', params: { place, begins_at: begins_at.toISOString() } },
  );
}
