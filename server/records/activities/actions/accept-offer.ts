import { childrenOfCarers, may, readerOf, type Who } from '../../../directory/index.ts';
import { settle } from '../../../notices/index.ts';
import {
  type Call,
  type District,
  NotFound,
  type WriteTransaction,
} from '../../../platform/index.ts';
import { OfferOver } from '../refusals.ts';
import { requireState } from '../require-state.ts';
import { registrationStateTable } from '../states.ts';
import { takeActivity } from '../store/activities.ts';
import { findRegistration, type Registration, setRegistered } from '../store/registrations.ts';
import type { Activity } from '../tables.ts';

/**
 * A household takes the place that it was offered. The host's staff may do it for a family that they have on the
 * phone. Accepting twice changes nothing; an offer that is over is over, whether or not it was taken back yet.
 */
export async function acceptOffer(
  district: District,
  who: Who,
  asked: { activity: string; registration: string },
  { at }: Call,
): Promise<void> {
  await district.database.write(readerOf(who), async (transaction) => {
    const activity = await takeActivity(transaction, asked.activity);
    const registration = await findRegistration(transaction, activity.id, asked.registration);
    if (!registration || !(await isTheirs(transaction, who, activity, registration)))
      throw NotFound();
    if (registration.state === 'registered') return;
    requireState(activity.state, 'sign-up');
    const isOffered = registrationStateTable[registration.state].next.accept !== undefined;
    if (!isOffered || !registration.offer_ends_at || at > registration.offer_ends_at)
      throw OfferOver();
    await setRegistered(transaction, registration.registration);
    const offers = { subject: activity.id, kinds: ['offered'], people: registration.carers };
    await settle(transaction, offers, at);
  });
}

/** A carer of the household, staff of the host, or staff who may sign up one of its children. */
async function isTheirs(
  transaction: WriteTransaction,
  who: Who,
  { host_lineage: lineage }: Activity,
  { carers }: Registration,
): Promise<boolean> {
  if (carers.includes(who.person) || may(who, 'activities.arrange', { lineage })) return true;
  const children = await childrenOfCarers(transaction, [...carers]);
  const asStaff = { ...who, children: [] };
  return children.some((child) =>
    may(asStaff, 'activities.sign-up', { student: child.student, lineage: child.lineage }),
  );
}
