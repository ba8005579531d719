import { childrenOfCarers, readerOf, requireMay, type Who } from '../../../directory/index.ts';
import { type Call, type District, NotFound } from '../../../platform/index.ts';
import { fitsAudience, getActivity } from '../../activities/index.ts';
import { meetingOf } from '../meeting.ts';
import { NotOfTheClass } from '../refusals.ts';
import type { AnswerMeeting } from '../shapes.ts';
import { listAnswersOf, writeAnswer } from '../store.ts';

/** A carer says that they cannot come, or that another carer of the child does. Who comes signs up, or just comes. */
export async function answerMeeting(
  district: District,
  who: Who,
  asked: AnswerMeeting & { meeting: string },
  { at }: Call,
): Promise<void> {
  requireMay(who, 'activities.sign-up', { student: asked.student_id });
  await district.database.write(readerOf(who), async (transaction) => {
    const activity = await getActivity(transaction, asked.meeting);
    if (activity.state === 'draft') throw NotFound();
    meetingOf(district.plan, activity);
    const children = await childrenOfCarers(transaction, [who.person]);
    const child = children.find(({ student }) => student === asked.student_id);
    if (!child || !fitsAudience(activity, child)) throw NotOfTheClass();
    await writeAnswer(transaction, {
      activity_id: activity.id,
      student_id: asked.student_id,
      carer_id: who.person,
      answer: asked.answer,
      reason: asked.reason?.trim() ?? '',
      answered_at: at,
    });
  });
}

/** What the carer has answered, for each child. */
export async function showMyAnswers(district: District, who: Who, meeting: string) {
  requireMay(who, 'activities.sign-up', { person: who.person });
  const items = await district.database.read(readerOf(who), (transaction) =>
    listAnswersOf(transaction, meeting, who.person),
  );
  return { items };
}
