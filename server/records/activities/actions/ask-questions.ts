import { readerOf, requireMay, type Who } from '../../../directory/index.ts';
import { BadRequest, type Call, ChangedMeanwhile, type District } from '../../../platform/index.ts';
import { QuestionsAreFixed } from '../refusals.ts';
import { requireState } from '../require-state.ts';
import { checkQuestions } from '../rules/check-answers.ts';
import { IsASession } from '../session-refusals.ts';
import type { AskQuestions } from '../shapes.ts';
import { takeActivity, updateActivity } from '../store/activities.ts';
import { hasSignUps, replaceQuestions } from '../store/questions.ts';

/**
 * The host says what it asks of whoever signs up, in place of what it asked before. Once a family has signed up the
 * questions are fixed: what was answered belongs to what was read.
 */
export async function askQuestions(
  district: District,
  who: Who,
  asked: AskQuestions & { activity: string; version: number },
  { at }: Call,
): Promise<void> {
  await district.database.write(readerOf(who), async (transaction) => {
    const activity = await takeActivity(transaction, asked.activity);
    requireMay(who, 'activities.arrange', { lineage: activity.host_lineage });
    requireState(activity.state, 'change');
    if (activity.version !== asked.version) throw ChangedMeanwhile();
    if (activity.part_of !== null) throw IsASession();
    if (await hasSignUps(transaction, activity.id)) throw QuestionsAreFixed();
    const questions = asked.questions.map((one) => ({
      ...one,
      label: one.label.trim(),
      choices: one.choices.map((choice) => choice.trim()),
    }));
    const wrong = checkQuestions(questions);
    if (wrong.length > 0) throw BadRequest({ fields: wrong });
    await replaceQuestions(transaction, activity.id, questions);
    await updateActivity(transaction, activity.id, {}, at);
  });
}
