import { may, reachOf, type Who } from '../../directory/index.ts';
import { activityKind } from '../../plan/index.ts';
import {
  type District,
  NotFound,
  type Reader,
  type ReadTransaction,
} from '../../platform/index.ts';
import { type Activity, getActivity, getSeen } from '../activities/index.ts';
import { Closed, NoTopics, NotPublished } from './refusals.ts';

/** A salon as this person stands to it. */
export interface Salon {
  readonly activity: Activity;
  /** It is for them as a carer. */
  readonly isGuest: boolean;
  /** They arrange it: they see proposals, with who made them. */
  readonly isHost: boolean;
}

/** Row-level security shows proposals to those who may arrange for the host, which students they see or not. */
export function readerOfTopics(who: Who): Reader {
  return { person: who.person, reach: reachOf(who, 'activities.arrange') };
}

/** The salon, of a session its whole; whoever may not see it does not find it. */
export async function getSalon(
  transaction: ReadTransaction,
  { plan }: District,
  who: Who,
  id: string,
): Promise<Salon> {
  const asked = await getActivity(transaction, id);
  const seen = await getSeen(transaction, who, asked.part_of ?? id);
  const { activity, isDesk, isGuest } = seen;
  if (!isDesk && !isGuest) throw NotFound();
  if (!activityKind(plan, activity.kind)?.topics) throw NoTopics();
  const isHost = may(who, 'activities.arrange', { lineage: activity.host_lineage });
  return { activity, isGuest, isHost };
}

/** Whether its list may still change: it is neither over nor called off. */
export function isOpen({ state, ends_at }: Activity, at: Date): boolean {
  return (state === 'draft' || state === 'published') && ends_at > at;
}

export function requireOpen(activity: Activity, at: Date): void {
  if (!isOpen(activity, at)) throw Closed();
}

/** Families choose and propose from publishing until it is over. */
export function requireOpenForFamilies(salon: Salon, at: Date): void {
  if (!salon.isGuest) throw NotFound();
  if (salon.activity.state === 'draft') throw NotPublished();
  requireOpen(salon.activity, at);
}

/** Whether it has begun, and was not called off: then one knows what was talked about. */
export function hasBegun({ state, begins_at }: Activity, at: Date): boolean {
  return (state === 'published' || state === 'finished') && begins_at <= at;
}
