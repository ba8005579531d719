import { theProgram } from '../../directory/index.ts';
import type { District } from '../../platform/index.ts';
import { DAYS_ANSWERS_ARE_KEPT, MOST_FORGOTTEN_A_ROUND } from './limits.ts';
import { forgetAnswersBefore } from './store/questions.ts';

const DAY = 86_400_000;

/**
 * Deletes what families answered at sign-up, once the event is long over: nobody needs an allergy of last year.
 * Gives how many questions it did that for. A step of the background.
 */
export async function forgetAnswers({ database, clock }: District): Promise<number> {
  const at = clock();
  const endedBefore = new Date(at.getTime() - DAYS_ANSWERS_ARE_KEPT * DAY);
  return database.write(theProgram, (transaction) =>
    forgetAnswersBefore(transaction, { endedBefore, at, most: MOST_FORGOTTEN_A_ROUND }),
  );
}
