import { type FactStatement, settle, stateFacts } from '../../../facts/index.ts';
import { newId } from '../../../platform/index.ts';
import { type Asking, makeTestApp, type TestApp } from '../../../testing/test-app.ts';
import type { Place } from '../../../testing/test-people.ts';
import { dutiesCounter, openPeriods } from '../../duties/index.ts';

const theProgram = { person: null, reach: 'all' } as const;

/** A school of two classes, of which one has no teacher; a principal, and an officer of the district. */
export interface AnsweringScene extends TestApp {
  readonly school: Place;
  readonly schoolClass: Place;
  readonly vacant: Place;
  readonly students: readonly string[];
  readonly inVacant: string;
  readonly staff: {
    readonly teacher: string;
    readonly principal: string;
    readonly officer: string;
  };
  readonly teacher: Asking;
  readonly principal: Asking;
  readonly officer: Asking;
  /** States facts, and lets the duties count them. */
  tell(facts: readonly FactStatement[]): Promise<void>;
  fact(kind: string, subject: string, rest?: Partial<FactStatement>): FactStatement;
  visited(student: string): FactStatement;
  enrolled(student: string, place: Place): FactStatement;
}

export async function makeAnsweringScene(at?: string): Promise<AnsweringScene> {
  const here = await makeTestApp(at === undefined ? {} : { at });
  const { people } = here;
  const { school, grade, schoolClass } = await people.school('第一小学');
  const vacant = await people.place('class', '一年级2班', grade);
  const students = [
    await people.student('张小雨', schoolClass),
    await people.student('李小晴', schoolClass),
    await people.student('王小风', schoolClass),
  ];
  const inVacant = await people.student('何小云', vacant);
  const staff = {
    teacher: await people.adult('陈老师'),
    principal: await people.adult('林校长'),
    officer: await people.adult('赵主任'),
  };
  await people.post(staff.teacher, 'class-teacher', schoolClass);
  await people.post(staff.principal, 'principal', school);
  await people.post(staff.officer, 'district-officer', people.top);

  let sources = 0;
  const fact: AnsweringScene['fact'] = (kind, subject, rest = {}) => {
    sources += 1;
    return {
      ...{ kind, subject, at: here.clock(), organisation: subject, quantity: 1 },
      ...{ source: `test:${sources}`, ...rest },
    };
  };
  const began = { at: new Date('2026-09-01T00:00:00Z') };
  const tell: AnsweringScene['tell'] = async (facts) => {
    await here.database.write(theProgram, (transaction) => stateFacts(transaction, facts));
    await settle(here.database, [dutiesCounter(here.district.plan)]);
    await openPeriods(here.district);
  };
  const enrolled = (student: string, { id }: Place) =>
    fact('student.enrolled', student, { ...began, organisation: id, attributes: { class: id } });
  const visited = (student: string) =>
    fact('visit.made', student, {
      ...{ actor: staff.teacher, organisation: schoolClass.id },
      attributes: { form: 'in-home' },
    });
  await tell([
    ...[people.top, school, grade, schoolClass, vacant].map(({ id, kind, lineage }) =>
      fact('organisation.opened', id, {
        ...began,
        attributes: {
          ...{ place_kind: kind, lineage },
          ...(kind !== 'district' && { stage: 'primary' }),
        },
      }),
    ),
    ...students.map((student) => enrolled(student, schoolClass)),
    enrolled(inVacant, vacant),
    // Visits are written down here: from now on who made none is behind.
    fact('visit.made', newId(), { organisation: school.id, attributes: { form: 'in-home' } }),
  ]);
  return {
    ...here,
    ...{ school, schoolClass, vacant, students, inVacant, staff },
    teacher: await here.as(staff.teacher),
    principal: await here.as(staff.principal),
    officer: await here.as(staff.officer),
    ...{ tell, fact, visited, enrolled },
  };
}
