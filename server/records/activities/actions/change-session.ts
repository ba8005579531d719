import { requireMay, theProgram, type Who } from '../../../directory/index.ts';
import { BadRequest, type Call, ChangedMeanwhile, type District } from '../../../platform/index.ts';
import { moveUpWaiting } from '../move-up-waiting.ts';
import { CapacityBelowTaken } from '../refusals.ts';
import { requireState } from '../require-state.ts';
import { checkSchedule } from '../rules/check-schedule.ts';
import { closesWithWhole, titleOfSession } from '../rules/sessions.ts';
import { BookPrivately, NotASession } from '../session-refusals.ts';
import type { SessionChange } from '../shapes.ts';
import { getActivity, takeActivity, updateActivity } from '../store/activities.ts';
import { shortenOffers } from '../store/registrations.ts';
import { updateSpan } from '../store/sessions.ts';
import { tellOfChange } from '../tell-of-change.ts';

/**
 * Changes what is a session's own: time, place, places, name and team. Those registered are told of another time or
 * place; more places go to those who wait for this session.
 */
export async function changeSession(
  district: District,
  who: Who,
  asked: { id: string; version: number; change: SessionChange },
  call: Call,
): Promise<void> {
  await district.database.write(theProgram, async (transaction) => {
    const session = await takeActivity(transaction, asked.id);
    requireMay(who, 'activities.arrange', { lineage: session.host_lineage });
    requireState(session.state, 'change');
    if (!session.part_of) throw NotASession();
    if (session.version !== asked.version) throw ChangedMeanwhile();
    const whole = await getActivity(transaction, session.part_of);

    const { begins_at, ends_at, label, capacity, ...rest } = asked.change;
    if (typeof capacity === 'number' && capacity < session.places_taken) throw CapacityBelowTaken();
    const begins = begins_at === undefined ? session.begins_at : new Date(begins_at);
    if (session.is_private && capacity !== undefined && capacity !== 1) throw BookPrivately();
    const change = {
      ...rest,
      ...(label !== undefined && {
        label: label.trim(),
        title: titleOfSession(whole.title, label.trim()),
      }),
      ...(capacity !== undefined && { capacity }),
      begins_at: begins,
      ends_at: ends_at === undefined ? session.ends_at : new Date(ends_at),
      registration_closes_at: closesWithWhole(whole, begins),
    };
    const wrong = checkSchedule({ ...session, ...change });
    if (wrong.length > 0) throw BadRequest({ fields: wrong });

    const changed = await updateActivity(transaction, session.id, change, call.at);
    await updateSpan(transaction, whole.id);
    await tellOfChange(transaction, { before: session, after: changed }, call.at);
    await shortenOffers(transaction, changed.id, changed.begins_at);
    await moveUpWaiting(transaction, changed, call.at);
  });
}
