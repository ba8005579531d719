import {
  carersOfStudents,
  namesOfPeople,
  readerOf,
  requireMay,
  type Who,
} from '../../../directory/index.ts';
import type { District } from '../../../platform/index.ts';
import { getActivity, listSessions } from '../../activities/index.ts';
import { getMeeting, listFamilies, meetingOf } from '../meeting.ts';
import type { MeetingFamily } from '../shapes.ts';

/** The class teacher's list: every family, whether it was reached, and what it said. */
export async function showFamilies(
  district: District,
  who: Who,
  id: string,
): Promise<{ items: MeetingFamily[] }> {
  return district.database.read(readerOf(who), async (transaction) => {
    const meeting = await getMeeting(transaction, district, who, id);
    const families = await listFamilies(transaction, meeting);
    const students = families.map((one) => one.student_id);
    const carers = await carersOfStudents(transaction, students);
    const people = carers.map(({ carer }) => carer);
    const names = await namesOfPeople(transaction, [
      ...people,
      ...families.flatMap(({ by }) => by),
    ]);
    const named = (carer: string) => names.get(carer) ?? '';
    return {
      items: families.map((family) => ({
        ...family,
        by: family.by.map(named),
        carers: carers
          .filter(({ student }) => student === family.student_id)
          .map(({ carer }) => ({ id: carer, name: named(carer) })),
      })),
    };
  });
}

/** Of all classes of a meeting, how far it came: for the school. */
export async function showClasses(district: District, who: Who, id: string) {
  return district.database.read(readerOf(who), async (transaction) => {
    const whole = await getActivity(transaction, id);
    requireMay(who, 'meetings.read', { lineage: whole.host_lineage });
    const sessions = await listSessions(transaction, id);
    const items = [];
    for (const session of sessions.filter(({ state }) => state !== 'cancelled')) {
      const families = await listFamilies(transaction, meetingOf(district.plan, session));
      const left = families.filter(({ reached }) => reached === null);
      items.push({
        activity_id: session.id,
        class_name: session.label,
        families: families.length,
        reached: families.length - left.length,
        cannot: left.filter(({ answer }) => answer === 'cannot').length,
      });
    }
    return { items };
  });
}
