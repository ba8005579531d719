import type { Who } from '../../directory/index.ts';
import { BadRequest, type Call, newId, type WriteTransaction } from '../../platform/index.ts';
import type { AlsoCopy } from './door-options.ts';
import { later, onAnotherDay } from './rules/on-another-day.ts';
import { insertActivity } from './store/activities.ts';
import { copyQuestions } from './store/questions.ts';
import { listSessions } from './store/sessions.ts';
import type { Activity } from './tables.ts';

/** Drafts an activity again on other days, at the same hour, with its sessions, its questions and what other rooms hold of it. */
export async function copyHeld(
  transaction: WriteTransaction,
  who: Who,
  activity: Activity,
  { days, alsoCopy }: { days: readonly string[]; alsoCopy: AlsoCopy },
  { at }: Call,
): Promise<{ activity_id: string; begins_at: string }[]> {
  const sessions = (await listSessions(transaction, activity.id)).filter(
    ({ state }) => state !== 'cancelled',
  );
  const items: { activity_id: string; begins_at: string }[] = [];
  for (const day of days) {
    const schedule = onAnotherDay(activity, day);
    if (schedule.begins_at <= at) throw dayIsOver(day);
    const id = newId();
    const anew = {
      state: 'draft',
      made_by: who.person,
      made_at: at,
      changed_at: at,
      led_by: null,
      deputy_id: null,
    } as const;
    await insertActivity(transaction, { ...activity, ...schedule, ...anew, id });
    const shift = schedule.begins_at.getTime() - activity.begins_at.getTime();
    for (const session of sessions) {
      const moved = later(session, shift);
      const own = { id: newId(), part_of: id, series_id: null };
      await insertActivity(transaction, { ...session, ...moved, ...anew, ...own });
    }
    items.push({ activity_id: id, begins_at: schedule.begins_at.toISOString() });
  }
  const copies = items.map((one) => one.activity_id);
  await copyQuestions(transaction, activity.id, copies);
  await alsoCopy(transaction, { from: activity.id, to: copies, by: who.person, at });
  return items;
}

function dayIsOver(day: string) {
  const reason = { zh: `${day} 已经过去，请换一天`, en: `${day} is over; choose another day` };
  return BadRequest({ fields: [{ field: 'days', reason }] });
}
