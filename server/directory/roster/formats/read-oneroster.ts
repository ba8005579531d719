import { basename } from 'node:path';
import type { CsvFolder } from '../files/csv-folder.ts';
import { readCsvTable } from '../files/csv-table.ts';
import type { ColumnSpec } from '../find-header.ts';
import { MAX_ORGANISATION_NAME_CHARACTERS } from '../limits.ts';
import type { ProblemBook } from '../problem-book.ts';
import type { ReadOptions, Roster, RosterSource } from '../roster.ts';
import { RosterBuilder } from '../roster-builder.ts';
import type { RosterRow } from '../roster-row.ts';
import { readGrade, schoolYearOf } from '../rules/read-grade.ts';
import { kindOfTypedOrganisation } from '../rules/read-organisation-kind.ts';
import { ClassChoice } from './class-choice.ts';
import { hasLeft, type KnownOfUser, listOf } from './oneroster-cells.ts';
import {
  classColumns,
  demographicColumns,
  enrolmentColumns,
  orgColumns,
  roleColumns,
  sessionColumns,
  userColumns,
} from './oneroster-columns.ts';
import { UserReader } from './oneroster-users.ts';
import { addTypedClass } from './typed-class.ts';
import { kindOfUser } from './typed-roles.ts';

/**
 * Reads OneRoster 1.1 or 1.2 CSV: orgs, academicSessions, classes, demographics, roles (1.2), users,
 * enrollments, in the order in which they need each other.
 */
export async function readOneRoster(
  folder: CsvFolder,
  version: '1.1' | '1.2',
  mode: RosterSource['mode'],
  problems: ProblemBook,
  options: ReadOptions,
): Promise<Roster> {
  const source: RosterSource = { system: 'oneroster', version, mode, keysArePersonal: false };
  const builder = new RosterBuilder(problems, source, options);
  const read = async <Name extends string>(
    file: string,
    columns: readonly ColumnSpec<Name>[],
    take: (row: RosterRow<Name>) => void,
  ): Promise<void> => {
    const path = folder.find(file);
    if (path === undefined) return;
    const table = { path, file: basename(path), columns };
    await readCsvTable(table, problems, take, options.progress);
  };
  const reader = new OneRosterReader(builder, options);
  await read('orgs.csv', orgColumns, (row) => reader.takeOrg(row));
  await read('academicSessions.csv', sessionColumns, (row) => reader.takeSession(row));
  await read('classes.csv', classColumns, (row) => reader.seeClass(row));
  await read('classes.csv', classColumns, (row) => reader.takeClass(row));
  builder.checkParents();
  await read('demographics.csv', demographicColumns, (row) => reader.takeDemographics(row));
  await read('roles.csv', roleColumns, (row) => reader.users.takeRole(row));
  await read('users.csv', userColumns, (row) => reader.users.takeUser(row));
  reader.users.linkFamilies();
  await read('enrollments.csv', enrolmentColumns, (row) => reader.takeEnrolment(row));
  return builder.build(source);
}

class OneRosterReader {
  readonly users: UserReader;
  private readonly builder: RosterBuilder;
  private readonly options: ReadOptions;
  private readonly choice: ClassChoice;
  /** Organisations that are not kept → what stands in their place. */
  private readonly instead = new Map<string, string | null>();
  private readonly schoolYears = new Map<string, number>();
  private hasHomerooms = false;

  constructor(builder: RosterBuilder, options: ReadOptions) {
    this.builder = builder;
    this.options = options;
    this.choice = new ClassChoice(builder);
    this.users = new UserReader(builder, this.instead, options);
  }

  takeOrg(row: RosterRow<(typeof orgColumns)[number]['name']>): void {
    const key = row.required('key');
    const name = row.name('name', MAX_ORGANISATION_NAME_CHARACTERS);
    const parent = row.text('parent') || null;
    const kind = kindOfTypedOrganisation(row.required('type'), name);
    const above = parent === null ? null : (this.instead.get(parent) ?? parent);
    if (kind === null) {
      this.instead.set(key, above !== null && this.builder.organisations.has(above) ? above : null);
      return;
    }
    this.builder.addOrganisation(
      {
        key,
        kind,
        name,
        parent: this.instead.has(parent ?? '') ? (this.instead.get(parent ?? '') ?? null) : parent,
        code: row.text('code') || null,
        stage: kind === 'kindergarten' ? 'kindergarten' : null,
        entered_in: null,
        left: hasLeft(row),
        sheet: row.sheet,
        row: row.row,
      },
      row,
    );
  }

  /** OneRoster names a school year by its end: 2026 is 2025–2026. */
  takeSession(row: RosterRow<(typeof sessionColumns)[number]['name']>): void {
    const year = Number(row.text('year'));
    if (Number.isInteger(year) && year > 1990) this.schoolYears.set(row.required('key'), year - 1);
  }

  seeClass(row: RosterRow<(typeof classColumns)[number]['name']>): void {
    this.hasHomerooms ||= row.text('type').toLowerCase() === 'homeroom';
  }

  takeClass(row: RosterRow<(typeof classColumns)[number]['name']>): void {
    const key = row.required('key');
    const school = row.required('school');
    if (this.hasHomerooms && row.text('type').toLowerCase() !== 'homeroom') {
      this.choice.keepLesson(key, school);
      return;
    }
    const grades = listOf(row.text('grades'));
    const term = listOf(row.text('terms'))[0] ?? '';
    const schoolYear = this.schoolYears.get(term) ?? schoolYearOf(this.options.today);
    const grade = grades.length === 1 ? readGrade(grades[0] ?? '', schoolYear) : undefined;
    addTypedClass(this.builder, row, { key, school, grade, left: hasLeft(row) });
  }

  takeDemographics(row: RosterRow<(typeof demographicColumns)[number]['name']>): void {
    const user = row.required('user');
    const known: KnownOfUser = { gender: row.gender('gender'), born_on: row.day('born_on') };
    if (!row.isRejected) this.users.known.set(user, known);
  }

  takeEnrolment(row: RosterRow<(typeof enrolmentColumns)[number]['name']>): void {
    const user = row.required('user');
    const classKey = row.required('class');
    const kind = kindOfUser(row.required('role'));
    const began_on = row.day('began_on');
    const ended_on = row.day('ended_on');
    if (row.isRejected || hasLeft(row)) return;
    const isLesson = this.choice.isLesson(classKey);
    if (kind === 'student') {
      if (isLesson) return;
      if (!this.requireKnown(row, user, classKey, 'student')) return;
      this.choice.enrol(row, user, classKey, { began_on, ended_on, today: this.options.today });
      return;
    }
    if (!this.requireKnown(row, user, classKey, 'person')) return;
    const isMain = row.text('primary').toLowerCase() === 'true' && !isLesson;
    const organisation = this.choice.schoolOfLesson(classKey) ?? classKey;
    const role = isMain ? 'class-teacher' : 'teacher';
    this.builder.addPost({
      person: user,
      organisation,
      role,
      began_on,
      ended_on,
      sheet: row.sheet,
      row: row.row,
    });
  }

  private requireKnown(
    row: RosterRow<'class' | 'user'>,
    user: string,
    classKey: string,
    kind: 'student' | 'person',
  ): boolean {
    const { builder } = this;
    if (!builder.organisations.has(classKey) && !this.choice.isLesson(classKey)) {
      const rejected = builder.rejectedOrigin('organisation', classKey);
      if (rejected !== undefined) row.reject('needs-a-rejected-row', 'class', classKey, rejected);
      else if (!builder.mayExist) row.reject('class-not-found', 'class', classKey);
    }
    const known = kind === 'student' ? builder.students : builder.people;
    if (!known.has(user)) {
      const rejected = builder.rejectedOrigin(kind, user);
      if (rejected !== undefined) row.reject('needs-a-rejected-row', 'user', user, rejected);
      else if (!builder.mayExist) {
        row.reject(kind === 'student' ? 'student-not-found' : 'person-not-found', 'user', user);
      }
    }
    return !row.isRejected;
  }
}
