import { carersOfStudents } from '../../directory/index.ts';
import type { ReadTransaction } from '../../platform/index.ts';
import { consentOf } from './rules/consent.ts';
import type { Consents } from './rules/visible.ts';
import { purposes } from './states.ts';
import { listDecisions } from './store/consents.ts';

/** How consent stands for these children now. Asked as the program: a reader who may not see a child would see no no. */
export async function standingConsents(
  transaction: ReadTransaction,
  students: readonly string[],
): Promise<Consents> {
  if (students.length === 0) return new Map();
  const decisions = await listDecisions(transaction, students);
  const carers = await carersOfStudents(transaction, students);
  return new Map(
    students.map((student) => {
      const [album, shown] = purposes.map((purpose) =>
        consentOf(
          decisions.filter((one) => one.student === student && one.purpose === purpose),
          carers.flatMap((one) => (one.student === student ? one.carer : [])),
        ),
      );
      return [student, { album: album ?? 'unasked', public: shown ?? 'unasked' }];
    }),
  );
}
