import { findFamily, may, readerOf, type Who } from '../../../directory/index.ts';
import { settle } from '../../../notices/index.ts';
import {
  type Call,
  type District,
  NotFound,
  type WriteTransaction,
} from '../../../platform/index.ts';
import { moveUpWaiting } from '../move-up-waiting.ts';
import { CameAlready } from '../refusals.ts';
import { requireState } from '../require-state.ts';
import { registrationStateTable, takesPlace } from '../states.ts';
import { takeActivity, updatePlaces } from '../store/activities.ts';
import { hasAttendance } from '../store/attendances.ts';
import {
  closeRegistration,
  findRegistration,
  type Registration,
  removePeople,
} from '../store/registrations.ts';
import { endLeadOf } from '../store/team.ts';
import type { Activity } from '../tables.ts';

/**
 * A carer gives the place up. Another carer of the household keeps it, with the children who are theirs too;
 * when the last one goes the place is free, and the first who waits has it at once. The host's staff may give up
 * a whole household's place.
 */
export async function giveUpPlace(
  district: District,
  who: Who,
  asked: { activity: string; registration: string },
  call: Call,
): Promise<void> {
  await district.database.write(readerOf(who), async (transaction) => {
    const activity = await takeActivity(transaction, asked.activity);
    const registration = await findRegistration(transaction, activity.id, asked.registration);
    if (!registration) throw NotFound();
    const leaving = requireLeaving(who, activity, registration);
    if (registration.state === 'cancelled') return;
    requireState(activity.state, 'sign-up');
    if (await hasAttendance(transaction, activity.id, leaving)) throw CameAlready();

    const remaining = registration.carers.filter((carer) => !leaving.includes(carer));
    const students = await childrenWithout(transaction, registration, remaining);
    await removePeople(
      transaction,
      registration.registration,
      { carers: leaving, students },
      call.at,
    );
    await endLeadOf(transaction, activity.id, leaving);
    // Of an event that they do not go to they need hear no more.
    await settle(transaction, { subject: activity.id, people: leaving }, call.at);
    if (remaining.length > 0) return;
    await freePlace(transaction, activity, registration, call.at);
  });
}

/** Who leaves: oneself, or, by staff of the host, the household. Another family's place is not found. */
function requireLeaving(
  who: Who,
  { host_lineage: lineage }: Activity,
  { carers }: Registration,
): readonly string[] {
  if (carers.includes(who.person)) return [who.person];
  if (!may(who, 'activities.arrange', { lineage })) throw NotFound();
  return carers;
}

/** The children of whom none of the remaining carers is a carer. */
async function childrenWithout(
  transaction: WriteTransaction,
  { students }: Registration,
  remaining: readonly string[],
): Promise<string[]> {
  const leaving: string[] = [];
  for (const student of students) {
    const family = await findFamily(transaction, student);
    if (!family.some(({ carer }) => remaining.includes(carer))) leaving.push(student);
  }
  return leaving;
}

async function freePlace(
  transaction: WriteTransaction,
  activity: Activity,
  { registration, state }: Registration,
  at: Date,
): Promise<void> {
  if (registrationStateTable[state].next['give-up'] === undefined) return;
  await closeRegistration(transaction, registration, at);
  if (!takesPlace(state)) return;
  const freed = { ...activity, places_taken: activity.places_taken - 1 };
  await updatePlaces(transaction, freed);
  await moveUpWaiting(transaction, freed, at);
}
