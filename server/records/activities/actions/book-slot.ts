import { childrenOfCarers, readerOf, requireMay, type Who } from '../../../directory/index.ts';
import { type Call, type District, NotFound, newId } from '../../../platform/index.ts';
import { requireOpen } from '../gather-sign-ups.ts';
import { NotInvited, NotTheirChild } from '../refusals.ts';
import { requireState } from '../require-state.ts';
import { goesFirst, isInvited } from '../rules/audience.ts';
import { freePlaces } from '../rules/household.ts';
import { InAnotherSession, SlotTaken } from '../session-refusals.ts';
import type { BookSlot } from '../shapes.ts';
import { takeActivity, updatePlaces } from '../store/activities.ts';
import { findBooking, insertBooking } from '../store/bookings.ts';
import { findInOtherSessions } from '../store/sessions.ts';

/** What is sealed, so that a note cannot stand in for another field. */
export const NOTE = 'counselling note';

/**
 * A carer books a private slot. Only they and the counsellor will see that they did: not the other carers of the
 * child, not the host's other staff. A slot is booked by one family; it has no waiting list that others could read.
 */
export async function bookSlot(
  district: District,
  who: Who,
  asked: BookSlot & { slot: string },
  call: Call,
): Promise<{ id: string }> {
  requireMay(who, 'activities.sign-up', { person: who.person });
  return district.database.write(
    readerOf(who),
    async (transaction) => {
      const slot = await takeActivity(transaction, asked.slot);
      if (!slot.is_private || !slot.led_by || slot.state === 'draft') throw NotFound();
      const children = await childrenOfCarers(transaction, [who.person]);
      const theirs = asked.student_ids.map((id) => {
        const child = children.find(({ student }) => student === id);
        if (!child) throw NotTheirChild();
        return child;
      });
      if (!theirs.every((child) => isInvited(slot, child))) throw NotInvited();
      requireState(slot.state, 'sign-up');
      requireOpen(slot, call, { isStaff: false, isInGroup: goesFirst(slot, theirs) });

      const own = await findBooking(transaction, slot.id);
      if (own?.carers.includes(who.person)) return { id: own.registration };
      const elsewhere = { carers: [who.person], students: [] };
      if ((await findInOtherSessions(transaction, slot, elsewhere)).size > 0)
        throw InAnotherSession();
      if (freePlaces(slot) === 0) throw SlotTaken();

      const id = newId();
      const note = asked.note?.trim();
      const queueNumber = slot.last_queue_number + 1;
      await insertBooking(transaction, {
        id,
        slot: slot.id,
        queueNumber,
        carer: who.person,
        students: asked.student_ids,
        noteSealed: note ? district.sealing.seal(NOTE, note) : null,
        privateTo: [slot.led_by, who.person],
        by: who.person,
        at: call.at,
      });
      const taken = { places_taken: slot.places_taken + 1, last_queue_number: queueNumber };
      await updatePlaces(transaction, { ...slot, ...taken });
      return { id };
    },
    call,
  );
}
