import { type FactStatement, settle, stateFacts } from '../../../facts/index.ts';
import type { Place } from '../../../testing/test-people.ts';
import { dutiesCounter, openPeriods } from '../index.ts';
import type { Counted } from '../open-periods.ts';

const theProgram = { person: null, reach: 'all' } as const;

let sources = 0;

/** A fact of the autumn term of 2026, at its subject unless told otherwise. */
export function fact(
  kind: string,
  subject: string,
  rest: Partial<FactStatement> = {},
): FactStatement {
  sources += 1;
  return {
    ...{ kind, subject, at: new Date('2026-10-10T06:00:00Z'), organisation: subject },
    ...{ quantity: 1, source: `test:${sources}`, ...rest },
  };
}

/** That a place is there since the term began; schools and what is in them are primary ones. */
export function opened({ id, kind, lineage }: Place): FactStatement {
  const stage = kind === 'district' || kind === 'subdistrict' ? {} : { stage: 'primary' };
  return fact('organisation.opened', id, {
    at: new Date('2026-09-01T00:00:00Z'),
    attributes: { place_kind: kind, lineage, ...stage },
  });
}

/** That a student is in a class since the term began. */
export function enrolled(student: string, { id }: Place): FactStatement {
  return fact('student.enrolled', student, {
    at: new Date('2026-09-01T00:00:00Z'),
    organisation: id,
    attributes: { class: id },
  });
}

/** States facts in a district, places them, and lets its duties count them in the periods that have begun. */
export async function tellDuties(
  district: Counted,
  facts: readonly FactStatement[],
): Promise<void> {
  const { database, plan } = district;
  await database.write(theProgram, (transaction) => stateFacts(transaction, facts));
  await settle(database, [dutiesCounter(plan)]);
  await openPeriods(district);
}
