import { may, readerOf, type Who } from '../../../directory/index.ts';
import { settle } from '../../../notices/index.ts';
import { type Call, type District, NotFound } from '../../../platform/index.ts';
import { moveUpWaiting } from '../move-up-waiting.ts';
import { CameAlready, SignUpClosed } from '../refusals.ts';
import { requireState } from '../require-state.ts';
import { signUpWindow } from '../rules/check-schedule.ts';
import { freePlaces } from '../rules/household.ts';
import { BookAnew, NotASession, SessionFull } from '../session-refusals.ts';
import { takesPlace } from '../states.ts';
import { takeActivity, updatePlaces } from '../store/activities.ts';
import { hasAttendance } from '../store/attendances.ts';
import { findRegistration } from '../store/registrations.ts';
import { moveRegistration } from '../store/sessions.ts';
import { endLeadOf } from '../store/team.ts';
import { tellFamilies } from '../tell-families.ts';

/**
 * A household goes to another session of the same activity while a place is free there. It keeps its own session
 * until then: a session that is full refuses, and nothing is lost. The place it leaves goes to the first who waits.
 */
export async function changeToSession(
  district: District,
  who: Who,
  asked: { activity: string; registration: string; to: string },
  { at }: Call,
): Promise<void> {
  await district.database.write(readerOf(who), async (transaction) => {
    // The first holds the whole, so that of two who change places neither waits for the other.
    const from = await takeActivity(transaction, asked.activity);
    const registration = await findRegistration(transaction, from.id, asked.registration);
    const isStaff = may(who, 'activities.arrange', { lineage: from.host_lineage });
    if (!registration || !(isStaff || registration.carers.includes(who.person))) throw NotFound();
    const to = await takeActivity(transaction, asked.to);
    if (from.part_of === null || to.part_of !== from.part_of) throw NotASession();
    if (from.is_private) throw BookAnew();
    if (registration.state === 'cancelled' || to.id === from.id) return;

    requireState(from.state, 'sign-up');
    requireState(to.state, 'sign-up');
    if (signUpWindow(to, at, { isStaff, isInGroup: true }) !== 'open') throw SignUpClosed();
    if (await hasAttendance(transaction, from.id, registration.carers)) throw CameAlready();
    if (freePlaces(to) === 0) throw SessionFull();

    const queueNumber = to.last_queue_number + 1;
    await moveRegistration(transaction, registration.registration, { to: to.id, queueNumber });
    await endLeadOf(transaction, from.id, registration.carers);
    const taken = { places_taken: to.places_taken + 1, last_queue_number: queueNumber };
    await updatePlaces(transaction, { ...to, ...taken });
    await settle(transaction, { subject: from.id, people: registration.carers }, at);
    await tellFamilies(transaction, to, {
      kind: 'changed',
      deed: `session ${queueNumber}`,
      people: registration.carers
        .filter((carer) => carer !== who.person)
        .map((person) => ({ person })),
      params: { place: to.place, begins_at: to.begins_at.toISOString() },
      at,
    });
    if (!takesPlace(registration.state)) return;
    const freed = { ...from, places_taken: from.places_taken - 1 };
    await updatePlaces(transaction, freed);
    await moveUpWaiting(transaction, freed, at);
  });
}
