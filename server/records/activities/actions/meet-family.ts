import {
  childrenOfCarers,
  namesOfPeople,
  readerOf,
  recordStudentRead,
  theProgram,
  type Who,
} from '../../../directory/index.ts';
import { stateFacts } from '../../../facts/index.ts';
import { activityKind } from '../../../plan/index.ts';
import {
  type Call,
  type District,
  NotFound,
  newId,
  type WriteTransaction,
} from '../../../platform/index.ts';
import { keepHeld } from '../held.ts';
import { NotBegunYet } from '../refusals.ts';
import { requireState } from '../require-state.ts';
import { factOf } from '../rules/fact-of-attendance.ts';
import { minutesThatCount } from '../rules/presence.ts';
import type { SlotBooking } from '../shapes.ts';
import { getActivity, takeActivity } from '../store/activities.ts';
import { type Booking, findBooking, insertMeeting } from '../store/bookings.ts';
import type { Activity } from '../tables.ts';
import { NOTE } from './book-slot.ts';

/**
 * Who booked a slot and what they would like to talk about: for the counsellor, whose look is written down for the
 * family, and for the carer who booked. Anybody else, the host's staff too, does not find it.
 */
export async function showBooking(
  district: District,
  who: Who,
  slot: string,
  { at }: Call,
): Promise<SlotBooking> {
  return district.database.write(readerOf(who), async (transaction) => {
    const { activity, booking } = await getBooking(transaction, who, slot);
    if (activity.led_by === who.person) {
      for (const student of booking.students) {
        await recordStudentRead(transaction, who, { student, what: 'registration', at });
      }
    }
    const note = booking.note_sealed && district.sealing.open(NOTE, booking.note_sealed);
    return { ...(await peopleOf(district, booking)), note, minutes: booking.minutes };
  });
}

/** A counsellor may be of a community, out of whose reach children are; this family is theirs to know. */
async function peopleOf({ database }: District, { carers, students }: Booking) {
  return database.read(theProgram, async (transaction) => {
    const names = await namesOfPeople(transaction, carers);
    const children = await childrenOfCarers(transaction, carers);
    return {
      carers: carers.flatMap((id) => names.get(id) ?? []),
      students: children
        .filter(({ student }) => students.includes(student))
        .map(({ name, class_name }) => ({ name, class_name })),
    };
  });
}

/**
 * The counsellor says that they met. No code is scanned in a hall where others stand: their word settles the
 * minutes, as many as the slot was planned for. Saying it twice changes nothing.
 */
export async function meetFamily(
  district: District,
  who: Who,
  slot: string,
  { at }: Call,
): Promise<void> {
  const { plan } = district;
  await district.database.write(readerOf(who), async (transaction) => {
    await takeActivity(transaction, slot);
    const { activity, booking } = await getBooking(transaction, who, slot);
    const [carer] = booking.carers;
    if (activity.led_by !== who.person || !carer) throw NotFound();
    if (booking.minutes !== null) return;
    requireState(activity.state, 'correct');
    if (at < activity.begins_at) throw NotBegunYet();

    const { begins_at: from, ends_at: until } = activity;
    const maximum = activityKind(plan, activity.kind)?.maximumMinutes ?? 0;
    const minutes = minutesThatCount(activity, from, until, maximum);
    const id = newId();
    await insertMeeting(transaction, {
      ...{ id, slot, registration: booking.registration, carer, from, until, minutes },
      privateTo: [who.person, carer],
      by: who.person,
    });
    const fact = factOf(plan, activity, {
      ...{ id, carer_id: carer, role: 'attendee', version: 1, minutes },
      students: booking.students,
      method: 'staff',
      actor: who.person,
    });
    if (fact) await stateFacts(transaction, [fact]);
    if (activity.state === 'finished') {
      await keepHeld(transaction, plan, activity, { actor: who.person, reason: '', at });
    }
  });
}

/** Row-level security finds it for the two sides only. */
async function getBooking(
  transaction: WriteTransaction,
  who: Who,
  slot: string,
): Promise<{ activity: Activity; booking: Booking }> {
  const activity = await getActivity(transaction, slot);
  const booking = activity.is_private ? await findBooking(transaction, slot) : undefined;
  const isTheirs = activity.led_by === who.person || booking?.carers.includes(who.person);
  if (!booking || !isTheirs) throw NotFound();
  return { activity, booking };
}
