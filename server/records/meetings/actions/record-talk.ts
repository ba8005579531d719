import { carersOfStudents, readerOf, requireMay, type Who } from '../../../directory/index.ts';
import { stateFacts } from '../../../facts/index.ts';
import { activityKind } from '../../../plan/index.ts';
import { type Call, type District, newId } from '../../../platform/index.ts';
import { factOf } from '../../activities/index.ts';
import { getMeeting, listFamilies } from '../meeting.ts';
import { NotHeldYet, NotOfTheClass, ReachedAlready } from '../refusals.ts';
import type { RecordTalk } from '../shapes.ts';
import { insertTalk } from '../store.ts';

/**
 * The class teacher has talked with a family that did not come: it is reached after all, and the carer gets what
 * coming would have given. The fact is of the same kind, so that nothing is counted twice or apart.
 */
export async function recordTalk(
  district: District,
  who: Who,
  asked: RecordTalk & { meeting: string },
  call: Call,
): Promise<{ id: string }> {
  const { plan } = district;
  return district.database.write(
    readerOf(who),
    async (transaction) => {
      const meeting = await getMeeting(transaction, district, who, asked.meeting);
      const { activity } = meeting;
      requireMay(who, 'meetings.record', { lineage: activity.host_lineage });
      if (call.at < activity.begins_at) throw NotHeldYet();
      const { student_id: student, carer_id: carer } = asked;
      const families = await listFamilies(transaction, meeting);
      const family = families.find((one) => one.student_id === student);
      const theirs = await carersOfStudents(transaction, [student]);
      if (!family || !theirs.some((one) => one.carer === carer)) throw NotOfTheClass();
      if (family.reached) throw ReachedAlready();

      const id = newId();
      const isFirst = await insertTalk(transaction, {
        id,
        activity_id: activity.id,
        student_id: student,
        carer_id: carer,
        talked_on: asked.on,
        minutes: asked.minutes,
        note: asked.note?.trim() ?? '',
        recorded_by: who.person,
        recorded_at: call.at,
      });
      if (!isFirst) throw ReachedAlready();
      const most = activityKind(plan, activity.kind)?.maximumMinutes ?? 0;
      const fact = factOf(plan, activity, {
        ...{ id, carer_id: carer, role: 'attendee', version: 1 },
        students: [student],
        minutes: Math.min(asked.minutes, most),
        method: 'talk',
        actor: who.person,
      });
      if (fact) await stateFacts(transaction, [{ ...fact, source: `meeting-talk:${id}` }]);
      return { id };
    },
    call,
  );
}
