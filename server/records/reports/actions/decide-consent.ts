import {
  carersOfStudents,
  namesOfPeople,
  readerOf,
  requireMay,
  type Who,
} from '../../../directory/index.ts';
import type { Call, District, ReadTransaction } from '../../../platform/index.ts';
import { silence } from '../ask-families.ts';
import { consentOf } from '../rules/consent.ts';
import type { DecideConsent, PictureConsents } from '../shapes.ts';
import { purposes } from '../states.ts';
import { holdConsents, insertDecision, listDecisions } from '../store/consents.ts';
import { closeAnswered } from '../store/questions.ts';

/** A carer gives consent for pictures of their child, or withdraws it; from then on, everywhere. Nobody is asked any more. */
export async function decideConsent(
  district: District,
  who: Who,
  { student, purpose, is_given }: DecideConsent & { student: string },
  { at }: Call,
): Promise<PictureConsents> {
  requireMay(who, 'pictures.consent', { student });
  return district.database.write(readerOf(who), async (transaction) => {
    const decision = { student, carer: who.person, purpose, is_given, decided_at: at };
    await holdConsents(transaction, [student]);
    await insertDecision(transaction, decision);
    await silence(transaction, await closeAnswered(transaction, { student, purpose, at }), at);
    return consentsShown(transaction, who, student);
  });
}

/** How consent stands for one's child, and what each carer said. */
export async function showConsents(
  district: District,
  who: Who,
  student: string,
): Promise<PictureConsents> {
  requireMay(who, 'pictures.consent', { student });
  return district.database.read(readerOf(who), (transaction) =>
    consentsShown(transaction, who, student),
  );
}

async function consentsShown(
  transaction: ReadTransaction,
  who: Who,
  student: string,
): Promise<PictureConsents> {
  const carers = (await carersOfStudents(transaction, [student])).map(({ carer }) => carer);
  const decisions = (await listDecisions(transaction, [student])).filter(({ carer }) =>
    carers.includes(carer),
  );
  const names = await namesOfPeople(transaction, carers);
  return {
    items: purposes.map((purpose) => {
      const said = decisions.filter((one) => one.purpose === purpose);
      return {
        purpose,
        state: consentOf(said, carers),
        mine: said.find(({ carer }) => carer === who.person)?.is_given ?? null,
        decisions: said.map(({ carer, is_given, decided_at }) => ({
          carer_name: names.get(carer) ?? '',
          is_given,
          decided_at: decided_at.toISOString(),
        })),
      };
    }),
  };
}
