import { type ChildOfCarer, childrenOfCarers, may, type Who } from '../../directory/index.ts';
import type { ReadTransaction } from '../../platform/index.ts';
import { isInvited } from './rules/audience.ts';
import { getActivity } from './store/activities.ts';
import { findOwnPart, type OwnPart } from './store/named-parts.ts';
import { listOwnRegistrations, type OwnRegistration } from './store/registrations.ts';
import type { Activity } from './tables.ts';

/** An activity as one person stands to it. Who is neither of the desk nor a guest must not find it. */
export interface Seen {
  readonly activity: Activity;
  /** Reads it as staff of the host. */
  readonly isDesk: boolean;
  /** A carer for whom it is published: a child is invited, or they have a part in it. */
  readonly isGuest: boolean;
  readonly own: OwnRegistration | undefined;
  readonly part: OwnPart | undefined;
  readonly children: readonly ChildOfCarer[];
  /** Those of the children whom it is for. */
  readonly invited: readonly ChildOfCarer[];
}

export async function getSeen(transaction: ReadTransaction, who: Who, id: string): Promise<Seen> {
  const activity = await getActivity(transaction, id);
  const isDesk = may(who, 'activities.read', { lineage: activity.host_lineage });
  const [own] = await listOwnRegistrations(transaction, who.person, { activities: [id], most: 1 });
  const children = await childrenOfCarers(transaction, [who.person]);
  const invited = children.filter((child) => isInvited(activity, child));
  const part = await findOwnPart(transaction, id, who.person);
  const isFor = own !== undefined || part !== undefined || invited.length > 0;
  const isCarer = may(who, 'activities.sign-up', { person: who.person });
  const isGuest = isCarer && activity.state !== 'draft' && isFor;
  return { activity, isDesk, isGuest, own, part, children, invited };
}
