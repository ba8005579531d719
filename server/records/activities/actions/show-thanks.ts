import { namesOfOrganisations, readerOf, requireMay, type Who } from '../../../directory/index.ts';
import type { ActivityRoleName } from '../../../plan/index.ts';
import { type District, NotFound } from '../../../platform/index.ts';
import { summaryOf } from '../rules/show-fields.ts';
import type { ThanksCard } from '../shapes.ts';
import { getActivity } from '../store/activities.ts';
import { findOwnPart, type OwnPart } from '../store/named-parts.ts';
import type { Activity } from '../tables.ts';

/** In which part somebody was there for a time that counts; null when they were not. */
export function cameAs(part: OwnPart | undefined): ActivityRoleName | null {
  if (!part || part.role === 'door') return null;
  return (part.minutes ?? 0) > 0 ? part.role : null;
}

/** Whom the host thanks: who spoke or helped, was there, and of whom the end is confirmed. */
export function isThanked({ state }: Activity, part: OwnPart | undefined): boolean {
  const came = cameAs(part);
  return state === 'finished' && (came === 'speaker' || came === 'volunteer');
}

/** The card that thanks this person; nobody else finds it. */
export async function showThanks(district: District, who: Who, id: string): Promise<ThanksCard> {
  requireMay(who, 'activities.sign-up', { person: who.person });
  return district.database.read(readerOf(who), async (transaction) => {
    const activity = await getActivity(transaction, id);
    const part = await findOwnPart(transaction, id, who.person);
    if (!part || part.role === 'door' || !isThanked(activity, part)) throw NotFound();
    const names = await namesOfOrganisations(transaction, [activity.host_id]);
    const { title, kind_name, begins_at, host_name } = summaryOf(district.plan, activity, names);
    return {
      activity_id: id,
      title,
      kind_name,
      begins_at,
      host_name,
      name: who.name,
      part: part.role,
    };
  });
}
