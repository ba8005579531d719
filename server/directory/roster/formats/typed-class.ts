import { MAX_ORGANISATION_NAME_CHARACTERS } from '../limits.ts';
import type { RosterBuilder } from '../roster-builder.ts';
import type { RosterRow } from '../roster-row.ts';
import { fullClassName } from '../rules/read-class-name.ts';
import type { Grade } from '../rules/read-grade.ts';

/** Adds a class of OneRoster or School Data Sync, under a grade made for it when its grade is known. */
export function addTypedClass(
  builder: RosterBuilder,
  row: RosterRow<'name' | 'school'>,
  {
    key,
    school,
    grade,
    left,
  }: { key: string; school: string; grade: Grade | undefined; left: boolean },
): void {
  const given = row.name('name', MAX_ORGANISATION_NAME_CHARACTERS);
  const name = grade ? fullClassName(grade.name, given) : given;
  const schoolRow = builder.organisations.get(school);
  if (!schoolRow && !row.isRejected) {
    const rejected = builder.rejectedOrigin('organisation', school);
    if (rejected !== undefined) row.reject('needs-a-rejected-row', 'school', school, rejected);
    else if (!builder.mayExist) row.reject('organisation-not-found', 'school', school);
  }
  const { sheet, row: number } = row;
  const gradeKey = grade ? `${school}/${grade.stage}-${grade.enteredIn}` : null;
  const cohort = { stage: grade?.stage ?? null, entered_in: grade?.enteredIn ?? null, code: null };
  if (grade && gradeKey !== null && !row.isRejected) {
    builder.deriveOrganisation({
      ...{ key: gradeKey, kind: 'grade', name: grade.name, parent: school, left: false },
      ...cohort,
      ...{ sheet, row: number },
    });
  }
  const parent = gradeKey ?? school;
  builder.addOrganisation(
    { key, kind: 'class', name, parent, ...cohort, left, sheet, row: number },
    row,
  );
}
