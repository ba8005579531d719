import type { RosterBuilder } from '../roster-builder.ts';
import type { RosterRow } from '../roster-row.ts';
import { fullClassName, readClassName } from '../rules/read-class-name.ts';
import { readGrade, schoolYearOf } from '../rules/read-grade.ts';

/**
 * Our template asks nobody to invent keys for people, so they are made of what is written: phone and name, else
 * the ID number, else the child by which a carer is known. Never the name alone: the fallback keeps two carers
 * of one name at two children apart.
 */
export function personKey(
  name: string,
  phone: string | null,
  idNumber: string | null,
  fallback = '',
): string {
  if (phone !== null) return `phone ${phone} ${name}`;
  if (idNumber !== null) return `id ${idNumber}`;
  return `child ${fallback} ${name}`;
}

/** A student is known by the student number, else by the ID number. */
export function studentKeyOf(studentNumber: string | null, idNumber: string | null): string {
  return studentNumber ?? `id ${idNumber ?? ''}`;
}

const GRADES = '一年级…九年级、高一…高三、小班、中班、大班、2025级';

/** Finds schools, grades, classes and students by what a row of the template calls them. */
export class TemplatePlaces {
  private readonly builder: RosterBuilder;
  private readonly schoolYear: number;
  private readonly keyOfName = new Map<string, string>();
  private readonly keyOfNumber = new Map<string, string>();
  private isNamed = false;

  constructor(builder: RosterBuilder, today: string) {
    this.builder = builder;
    this.schoolYear = schoolYearOf(today);
  }

  /** The key of the organisation that is written by code or by name. */
  findSchool<Name extends string>(row: RosterRow<Name>, column: Name): string {
    const text = row.numberText(column);
    if (text === '') {
      if (!row.isRejected) row.reject('value-missing', column);
      return '';
    }
    const { organisations, mayExist } = this.builder;
    const code = text.toUpperCase();
    if (organisations.has(code)) return code;
    this.nameOrganisations();
    const byName = this.keyOfName.get(text);
    if (byName !== undefined) return byName;
    const rejected = this.builder.rejectedOrigin('organisation', code);
    if (rejected !== undefined) row.reject('needs-a-rejected-row', column, text, rejected);
    else if (!mayExist) row.reject('organisation-not-found', column, text);
    return text;
  }

  /** The key of a class by its school, grade and name; grade and class are made when they are new. */
  classOf<Name extends string>(
    row: RosterRow<Name | 'grade' | 'class'>,
    school: string,
    gradeText: string,
    classText: string,
  ): string {
    if (row.isRejected) return '';
    const stage = this.builder.organisations.get(school)?.stage ?? null;
    const grade = readGrade(gradeText, this.schoolYear, stage);
    if (!grade) {
      row.reject('value-unknown', 'grade', gradeText, GRADES);
      return '';
    }
    const { sheet, row: number } = row;
    const cohort = { stage: grade.stage, entered_in: grade.enteredIn, code: null, left: false };
    const origin = { sheet, row: number };
    const gradeKey = `${school}/${grade.stage}-${grade.enteredIn}`;
    const name = readClassName(classText);
    const classKey = `${gradeKey}/${name}`;
    if (this.builder.organisations.has(classKey)) return classKey;
    const gradeRow = { key: gradeKey, kind: 'grade' as const, name: grade.name, parent: school };
    const known = fullClassName(grade.name, name);
    const classRow = { key: classKey, kind: 'class' as const, name: known, parent: gradeKey };
    this.builder.deriveOrganisation({ ...gradeRow, ...cohort, ...origin });
    this.builder.deriveOrganisation({ ...classRow, ...cohort, ...origin });
    return classKey;
  }

  /** So that a carer's row may name the child by either number. */
  keepStudentNumbers(studentNumber: string | null, idNumber: string | null): void {
    const key = studentKeyOf(studentNumber, idNumber);
    if (studentNumber !== null) this.keyOfNumber.set(studentNumber, key);
    if (idNumber !== null) this.keyOfNumber.set(idNumber, key);
  }

  /** The key of the student whom a carer's row names; the name beside it must agree. */
  findStudent<Name extends string>(
    row: RosterRow<Name | 'student' | 'student_name'>,
    number: string,
    name: string,
  ): string {
    const key = this.keyOfNumber.get(number) ?? number;
    const student = this.builder.students.get(key);
    if (student) {
      if (name !== '' && name.replaceAll(' ', '') !== student.name.replaceAll(' ', '')) {
        row.reject('student-name-differs', 'student_name', name, student.name);
      }
      return key;
    }
    const rejected = this.builder.rejectedOrigin('student', key);
    if (rejected !== undefined) row.reject('needs-a-rejected-row', 'student', number, rejected);
    else if (!this.builder.mayExist) row.reject('student-not-found', 'student', number);
    return key;
  }

  /** A name that two organisations share names neither. */
  private nameOrganisations(): void {
    if (this.isNamed) return;
    this.isNamed = true;
    const shared = new Set<string>();
    for (const { key, name, kind } of this.builder.organisations.values()) {
      if (kind === 'grade' || kind === 'class') continue;
      if (this.keyOfName.has(name)) shared.add(name);
      this.keyOfName.set(name, key);
    }
    for (const name of shared) this.keyOfName.delete(name);
  }
}
