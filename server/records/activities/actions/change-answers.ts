import { may, readerOf, type Who } from '../../../directory/index.ts';
import { BadRequest, type Call, type District, NotFound } from '../../../platform/index.ts';
import { SignUpClosed } from '../refusals.ts';
import { requireState } from '../require-state.ts';
import { type Answer, checkAnswers, cleanAnswers } from '../rules/check-answers.ts';
import { signUpWindow } from '../rules/check-schedule.ts';
import { takeActivity } from '../store/activities.ts';
import { listQuestions, putAnswers, removeAnswers } from '../store/questions.ts';
import { findRegistration } from '../store/registrations.ts';

/** A carer of the household answers anew until sign-up closes; staff of the host until the end. */
export async function changeAnswers(
  { database, sealing }: District,
  who: Who,
  asked: { activity: string; registration: string; answers: readonly Answer[] },
  { at }: Call,
): Promise<void> {
  await database.write(readerOf(who), async (transaction) => {
    const activity = await takeActivity(transaction, asked.activity);
    const registration = await findRegistration(transaction, activity.id, asked.registration);
    const isTheirs = registration?.carers.includes(who.person) ?? false;
    const isStaff = may(who, 'activities.arrange', { lineage: activity.host_lineage });
    if (!registration || !(isTheirs || isStaff)) throw NotFound();
    requireState(activity.state, 'sign-up');
    if (signUpWindow(activity, at, { isStaff, isInGroup: true }) !== 'open') throw SignUpClosed();

    const answers = cleanAnswers(asked.answers);
    const wrong = checkAnswers(await listQuestions(transaction, activity.id), answers);
    if (wrong.length > 0) throw BadRequest({ fields: wrong });
    const { registration: id } = registration;
    await removeAnswers(transaction, id);
    await putAnswers(transaction, sealing, [{ registration: id, answers, by: who.person, at }]);
  });
}
