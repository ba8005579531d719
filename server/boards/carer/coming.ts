import { wouldEarn } from '../../counting/points/index.ts';
import { nobody } from '../../directory/index.ts';
import type { District } from '../../platform/index.ts';
import {
  type Activity,
  deedToCome,
  fitsAudience,
  listComingActivities,
  placesLeft,
} from '../../records/activities/index.ts';
import type { ComingEvent } from './shapes.ts';

/** What is published changes seldom and is asked for with every home: one reading serves all for this long. */
const MILLISECONDS_KEPT = 1000;
const MOST_SHOWN = 6;

type Coming = Activity & { host_name: string };

interface Kept {
  readonly activities: Promise<readonly Coming[]>;
  readonly until: number;
}

const kept = new WeakMap<District, Kept>();

/** A child as an event's audience is asked about it. */
export interface Invited {
  readonly lineage: readonly string[];
  readonly stage: Parameters<typeof fitsAudience>[1]['stage'];
}

/** Events that are still to come for any of these children, the soonest first, with what each would earn. */
export async function comingFor(
  district: District,
  children: readonly Invited[],
  at: Date,
): Promise<ComingEvent[]> {
  const activities = await published(district, at);
  return activities
    .filter((one) => one.begins_at > at && children.some((child) => fitsAudience(one, child)))
    .slice(0, MOST_SHOWN)
    .map((one) => shown(district, one));
}

function published(district: District, at: Date): Promise<readonly Coming[]> {
  const now = Date.now();
  const known = kept.get(district);
  if (known && known.until > now) return known.activities;
  const activities = district.database.read(nobody, (transaction) =>
    listComingActivities(transaction, at),
  );
  kept.set(district, { activities, until: now + MILLISECONDS_KEPT });
  // A reading that failed is not kept: the next home asks again.
  activities.catch(() => kept.delete(district));
  return activities;
}

function shown({ plan }: District, activity: Coming): ComingEvent {
  const kind = plan.activityKinds.find(({ id }) => id === activity.kind);
  const deed = deedToCome(plan, activity);
  return {
    activity_id: activity.id,
    title: activity.title,
    kind_name: kind?.name ?? { zh: activity.kind, en: activity.kind },
    begins_at: activity.begins_at.toISOString(),
    ends_at: activity.ends_at.toISOString(),
    place: activity.place,
    host_name: activity.host_name,
    places_left: placesLeft(activity),
    worth: deed ? wouldEarn(plan, deed) : 0,
  };
}
