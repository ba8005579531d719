import { readerOf, requireMay, type Who } from '../../../directory/index.ts';
import { BadRequest, type Call, type District, newId } from '../../../platform/index.ts';
import { IsASession } from '../refusals.ts';
import { requireState } from '../require-state.ts';
import { later, onAnotherDay } from '../rules/on-another-day.ts';
import { insertActivity, setSeries, takeActivity } from '../store/activities.ts';
import { copyQuestions } from '../store/questions.ts';
import { listSessions } from '../store/sessions.ts';

/**
 * Drafts the same activity again on other days, at the same hour: further times of a series, or last term's
 * programme. All or none; the drafts of one series know one another.
 */
export async function copyActivity(
  district: District,
  who: Who,
  asked: { id: string; days: readonly string[] },
  call: Call,
): Promise<{ items: { activity_id: string; begins_at: string }[] }> {
  return district.database.write(
    readerOf(who),
    async (transaction) => {
      const activity = await takeActivity(transaction, asked.id);
      requireMay(who, 'activities.arrange', { lineage: activity.host_lineage });
      requireState(activity.state, 'copy');
      if (activity.part_of) throw IsASession();
      const sessions = (await listSessions(transaction, activity.id)).filter(
        ({ state }) => state !== 'cancelled',
      );
      const series_id = activity.series_id ?? activity.id;
      await setSeries(transaction, activity.id, series_id);

      const items: { activity_id: string; begins_at: string }[] = [];
      for (const day of asked.days) {
        const schedule = onAnotherDay(activity, day);
        if (schedule.begins_at <= call.at) throw dayIsOver(day);
        const id = newId();
        const anew = {
          state: 'draft',
          made_by: who.person,
          made_at: call.at,
          changed_at: call.at,
        } as const;
        await insertActivity(transaction, { ...activity, ...schedule, ...anew, id, series_id });
        const days = schedule.begins_at.getTime() - activity.begins_at.getTime();
        for (const session of sessions) {
          const moved = later(session, days);
          const own = { id: newId(), part_of: id, series_id: null, led_by: null };
          await insertActivity(transaction, { ...session, ...moved, ...anew, ...own });
        }
        items.push({ activity_id: id, begins_at: schedule.begins_at.toISOString() });
      }
      await copyQuestions(
        transaction,
        activity.id,
        items.map((one) => one.activity_id),
      );
      return { items };
    },
    call,
  );
}

function dayIsOver(day: string) {
  const reason = { zh: `${day} 已经过去，请换一天`, en: `${day} is over; choose another day` };
  return BadRequest({ fields: [{ field: 'days', reason }] });
}
