import { wouldEarn } from '../../counting/points/index.ts';
import { nobody } from '../../directory/index.ts';
import type { District } from '../../platform/index.ts';
import {
  type Activity,
  deedToCome,
  fitsAudience,
  listComingActivities,
  placesLeft,
  type TodaysActivity,
} from '../../records/activities/index.ts';
import type { ComingEvent } from './shapes.ts';

/** What is published changes seldom and is asked for with every home: one reading serves all for this long. */
const MILLISECONDS_KEPT = 1000;
const MOST_SHOWN = 6;

/** What is announced further ahead is not among the next few that are shown. */
const DAYS_AHEAD = 90;

/** Until when one's own registrations are looked up, to be shown at coming events. */
export function aheadOf(at: Date): Date {
  return new Date(at.getTime() + DAYS_AHEAD * 86_400_000);
}

type Coming = Activity & { host_name: string };
type Shown = Omit<ComingEvent, 'registration_state'>;

/** What is coming, in the order of its beginning, and for each place that is invited where in that order. */
interface Program {
  readonly activities: readonly Coming[];
  readonly ofPlace: ReadonlyMap<string, readonly number[]>;
  /** How those that somebody has seen are shown. */
  readonly shown: Map<number, Shown>;
}

interface Kept {
  readonly program: Promise<Program>;
  readonly until: number;
}

const kept = new WeakMap<District, Kept>();

/** A child as an event's audience is asked about it. */
export interface Invited {
  readonly lineage: readonly string[];
  readonly stage: Parameters<typeof fitsAudience>[1]['stage'];
}

/** How far one has come at an event: `registered`, `waiting`, `offered`. */
type Own = Pick<TodaysActivity, 'activity_id' | 'registration_state'>;

/**
 * Events that are still to come for any of these children, the soonest first, with what each would earn and, of those
 * that the carer signed up for, how far that is.
 */
export async function comingFor(
  district: District,
  children: readonly Invited[],
  own: readonly Own[],
  at: Date,
): Promise<ComingEvent[]> {
  const program = await published(district, at);
  const { activities, ofPlace } = program;
  const turns = new Set<number>();
  for (const child of children) {
    for (const place of child.lineage) {
      for (const turn of ofPlace.get(place) ?? []) {
        const activity = activities[turn] as Coming;
        if (activity.begins_at > at && fitsAudience(activity, child)) turns.add(turn);
      }
    }
  }
  return [...turns]
    .sort((one, other) => one - other)
    .slice(0, MOST_SHOWN)
    .map((turn) => withOwn(shownOnce(district, program, turn), own));
}

/** What is shown to everyone stays as it is; what is one's own is put beside it. */
function withOwn(event: Shown, own: readonly Own[]): ComingEvent {
  const mine = own.find(({ activity_id: id }) => id === event.activity_id);
  return { ...event, registration_state: mine?.registration_state ?? null };
}

function shownOnce(district: District, { activities, shown }: Program, turn: number): Shown {
  const known = shown.get(turn);
  if (known) return known;
  const made = show(district, activities[turn] as Coming);
  shown.set(turn, made);
  return made;
}

function published(district: District, at: Date): Promise<Program> {
  const now = Date.now();
  const known = kept.get(district);
  if (known && known.until > now) return known.program;
  const program = district.database
    .read(nobody, (transaction) => listComingActivities(transaction, at))
    .then(byPlace);
  kept.set(district, { program, until: now + MILLISECONDS_KEPT });
  // A reading that failed is not kept: the next home asks again.
  program.catch(() => kept.delete(district));
  return program;
}

function byPlace(activities: readonly Coming[]): Program {
  const ofPlace = new Map<string, number[]>();
  for (const [turn, { audience }] of activities.entries()) {
    for (const place of audience) {
      const turns = ofPlace.get(place);
      if (turns) turns.push(turn);
      else ofPlace.set(place, [turn]);
    }
  }
  return { activities, ofPlace, shown: new Map() };
}

function show({ plan }: District, activity: Coming): Shown {
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
