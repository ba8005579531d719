import { requireMay, type Who } from '../../directory/index.ts';
import { activityKind } from '../../plan/index.ts';
import type { District, ReadTransaction } from '../../platform/index.ts';
import { type Activity, type Comer, getActivity, listComers } from '../activities/index.ts';
import { NoMeeting } from './refusals.ts';
import type { MeetingFamily } from './shapes.ts';
import { listExpected } from './store.ts';

/** The meeting of one class. */
export interface Meeting {
  readonly activity: Activity;
  readonly schoolClass: string;
}

/** The meeting, if this person may see which families it reached. */
export async function getMeeting(
  transaction: ReadTransaction,
  { plan }: District,
  who: Who,
  id: string,
): Promise<Meeting> {
  const activity = await getActivity(transaction, id);
  requireMay(who, 'meetings.read', { lineage: activity.host_lineage });
  return meetingOf(plan, activity);
}

export function meetingOf(plan: District['plan'], activity: Activity): Meeting {
  const [schoolClass, ...more] = activity.audience;
  const isOfClass = activity.part_of !== null && schoolClass !== undefined && more.length === 0;
  if (!isOfClass || !activityKind(plan, activity.kind)?.everyFamily) throw NoMeeting();
  return { activity, schoolClass };
}

type Family = Omit<MeetingFamily, 'carers' | 'by'> & {
  /** Ids of the carers who were reached. */
  readonly by: readonly string[];
};

/** Every family of the class and whether the meeting reached it. */
export async function listFamilies(
  transaction: ReadTransaction,
  { activity, schoolClass }: Meeting,
): Promise<Family[]> {
  const expected = await listExpected(transaction, activity.id, schoolClass);
  const comers = await listComers(transaction, activity.id);
  return expected.map(({ student, name, answer, reason, talked_with }) => {
    const theirs = comers.filter(({ students }) => students.includes(student));
    const came = theirs.filter(wasThere).map(({ carer }) => carer);
    return {
      student_id: student,
      student_name: name,
      coming: theirs.length > 0,
      answer,
      reason: reason ?? '',
      reached: came.length > 0 ? 'came' : talked_with ? 'talked' : null,
      by: came.length > 0 || !talked_with ? came : [talked_with],
    };
  });
}

/** A presence that was taken back counts nothing. */
function wasThere({ has_entered, minutes }: Comer): boolean {
  return has_entered && minutes !== 0;
}
