import { carersOfStudents } from '../../directory/index.ts';
import { settle, tell } from '../../notices/index.ts';
import type { WriteTransaction } from '../../platform/index.ts';
import type { Activity } from '../activities/index.ts';
import { questionHeading, questionWords } from './rules/question-words.ts';
import { standingConsents } from './standing-consents.ts';
import type { Purpose } from './states.ts';
import { holdConsents } from './store/consents.ts';
import { closeWithdrawn, openQuestions, type Question } from './store/questions.ts';

interface Asking {
  readonly students: readonly string[];
  readonly purposes: readonly Purpose[];
  readonly at: Date;
}

/**
 * Asks the families who have not answered, in the transaction that says who is seen or where a photo is to go: once an
 * event and purpose, however many photos show the child. Who said yes or no already is left in peace.
 */
export async function askFamilies(
  transaction: WriteTransaction,
  activity: Activity,
  { students, purposes, at }: Asking,
): Promise<void> {
  await holdConsents(transaction, students);
  const consents = await standingConsents(transaction, students);
  for (const purpose of purposes) {
    const silent = students.filter((student) => consents.get(student)?.[purpose] === 'unasked');
    const asked = { activity: activity.id, students: silent, purpose, at };
    const questions = await openQuestions(transaction, asked);
    await tellCarers(transaction, activity, { questions, purpose, at });
  }
}

async function tellCarers(
  transaction: WriteTransaction,
  { title, host_lineage: lineage }: Activity,
  { questions, purpose, at }: { questions: readonly Question[]; purpose: Purpose; at: Date },
): Promise<void> {
  const carers = await carersOfStudents(
    transaction,
    questions.map(({ student }) => student),
  );
  await tell(
    transaction,
    questions.map(({ id, student }) => ({
      ...{ room: 'reports', kind: `asks-${purpose}`, subject: id, deed: 'asked', lineage, at },
      people: carers.flatMap((one) =>
        one.student === student ? { person: one.carer, student } : [],
      ),
      link: `/family/${student}`,
      heading: questionHeading,
      words: questionWords(purpose, title),
      urgency: 'daily',
      asks: true,
    })),
  );
}

/** Nobody is asked any longer about a child whom no photo of the event shows any more. */
export async function askNoMore(
  transaction: WriteTransaction,
  asked: { activity: string; at: Date },
): Promise<void> {
  await silence(transaction, await closeWithdrawn(transaction, asked), asked.at);
}

/** The notices of these questions fall silent. */
export async function silence(
  transaction: WriteTransaction,
  questions: readonly string[],
  at: Date,
): Promise<void> {
  for (const subject of questions) await settle(transaction, { subject }, at);
}
