import { type FactStatement, settle, stateFacts } from '../../../facts/index.ts';
import type { Plan } from '../../../plan/index.ts';
import { newId } from '../../../platform/index.ts';
import type { TestDatabase } from '../../../platform/testing/test-database.ts';
import { dutiesCounter } from '../index.ts';
import type { Counted } from '../open-periods.ts';

const theProgram = { person: null, reach: 'all' } as const;

/** A district of two schools with two classes each, told by facts alone. */
export class SmallWorld {
  readonly district = newId();
  readonly subdistrict = newId();
  readonly schools = [newId(), newId()] as const;
  readonly grades = [newId(), newId()] as const;
  readonly classes = [newId(), newId(), newId(), newId()] as const;
  readonly students = [newId(), newId(), newId(), newId(), newId()] as const;
  #sources = 0;

  /** All places, opened on a day long past. */
  opened(): FactStatement[] {
    const places: [string, string, readonly string[], object][] = [
      ['district', this.district, [], {}],
      ['subdistrict', this.subdistrict, [this.district], {}],
      ...this.schools.map((school): [string, string, string[], object] => [
        'school',
        school,
        [this.district, this.subdistrict],
        { stage: 'primary' },
      ]),
      ...this.grades.map((grade, index): [string, string, string[], object] => [
        'grade',
        grade,
        [this.district, this.subdistrict, this.schools[index] ?? ''],
        { stage: 'primary', entered_in: 2023 },
      ]),
      ...this.classes.map((one, index): [string, string, string[], object] => {
        const half = index < 2 ? 0 : 1;
        const above = [this.district, this.subdistrict, this.schools[half], this.grades[half]];
        return ['class', one, above, { stage: 'primary', entered_in: 2023 }];
      }),
    ];
    return places.map(([place_kind, id, above, rest]) =>
      this.fact('organisation.opened', '2020-09-01', id, {
        organisation: id,
        attributes: { place_kind, lineage: [...above, id], ...rest },
      }),
    );
  }

  fact(
    kind: string,
    day: string,
    subject: string,
    rest: Partial<FactStatement> = {},
  ): FactStatement {
    this.#sources += 1;
    return {
      kind,
      at: new Date(`${day}T06:00:00Z`),
      organisation: this.schools[0],
      subject,
      quantity: 1,
      source: `test:${this.district}:${this.#sources}`,
      ...rest,
    };
  }

  enrolled(student: string, schoolClass: string, day: string): FactStatement {
    return this.fact('student.enrolled', day, student, { attributes: { class: schoolClass } });
  }

  left(student: string, schoolClass: string, day: string): FactStatement {
    return this.fact('student.left', day, student, { attributes: { class: schoolClass } });
  }

  visited(student: string, day: string, form = 'in-home'): FactStatement {
    return this.fact('visit.made', day, student, { attributes: { form } });
  }
}

/** States facts, places them, and lets the duties count them. */
export async function tellFacts(
  here: TestDatabase,
  plan: Plan,
  facts: readonly FactStatement[],
): Promise<void> {
  await here.database.write(theProgram, (transaction) => stateFacts(transaction, facts));
  await settle(here.database, [dutiesCounter(plan)]);
}

/** What duties need of a district, on a day. */
export function districtOn(here: TestDatabase, plan: Plan, day: string): Counted {
  const clock = () => new Date(`${day}T04:00:00Z`);
  return { database: here.database, plan, clock };
}
