import { MAX_ORGANISATION_NAME_CHARACTERS } from '../limits.ts';
import type { ReadOptions } from '../roster.ts';
import type { RosterBuilder } from '../roster-builder.ts';
import type { RosterRow } from '../roster-row.ts';
import { type Grade, readGrade, schoolYearOf } from '../rules/read-grade.ts';
import { kindOfTypedOrganisation } from '../rules/read-organisation-kind.ts';
import { readPhone } from '../rules/read-phone.ts';
import { readRelationship, relationshipBySex } from '../rules/relationships.ts';
import { ClassChoice } from './class-choice.ts';
import type { NameOf } from './csv-columns.ts';
import { fullName } from './full-name.ts';
import type { KnownOfUser } from './oneroster-cells.ts';
import type * as columns from './sds-columns.ts';
import { addTypedClass } from './typed-class.ts';
import { kindOfUser } from './typed-roles.ts';

type Row<Columns extends keyof typeof columns> = RosterRow<NameOf<(typeof columns)[Columns]>>;

interface SdsRole {
  readonly role: string;
  readonly organisation: string;
  readonly grade: string;
  readonly began_on: string | null;
  readonly ended_on: string | null;
  readonly sheet: string;
  readonly row: number;
}

/** Takes the rows of School Data Sync v2.1, file by file; `readSds` says in which order. */
export class SdsReader {
  private readonly builder: RosterBuilder;
  private readonly today: string;
  private readonly choice: ClassChoice;
  private readonly instead = new Map<string, string | null>();
  private readonly roles = new Map<string, SdsRole[]>();
  private readonly known = new Map<string, KnownOfUser>();
  /** Grade of each class, from the roles of its students; null when they differ. */
  private readonly gradeOfClass = new Map<string, string | null>();
  private hasClassesWithoutCourse = false;

  constructor(builder: RosterBuilder, options: ReadOptions) {
    this.builder = builder;
    this.today = options.today;
    this.choice = new ClassChoice(builder);
  }

  takeOrg(row: Row<'orgColumns'>): void {
    const key = row.required('key');
    const name = row.name('name', MAX_ORGANISATION_NAME_CHARACTERS);
    const written = row.text('parent') || null;
    const kind = kindOfTypedOrganisation(row.required('type'), name);
    if (kind === null) {
      this.instead.set(key, written);
      return;
    }
    const parent = this.keptOrganisation(written);
    const { sheet, row: number } = row;
    const stage = kind === 'kindergarten' ? ('kindergarten' as const) : null;
    const cohort = { code: null, stage, entered_in: null, left: false };
    this.builder.addOrganisation({ key, kind, name, parent, ...cohort, sheet, row: number }, row);
  }

  takeRole(row: Row<'roleColumns'>): void {
    const user = row.required('user');
    const organisation = row.required('organisation');
    const role = row.required('role');
    const grade = row.text('grade');
    const began_on = row.day('began_on');
    const ended_on = row.day('ended_on');
    if (row.isRejected) return;
    const { sheet, row: number } = row;
    const held = { role, organisation, grade, began_on, ended_on, sheet, row: number };
    const others = this.roles.get(user);
    if (others) others.push(held);
    else this.roles.set(user, [held]);
  }

  takeDemographics(row: Row<'demographicColumns'>): void {
    const user = row.required('user');
    const gender = row.gender('gender');
    const born_on = row.day('born_on');
    if (!row.isRejected) this.known.set(user, { gender, born_on });
  }

  takeUser(row: Row<'userColumns'>): void {
    const key = row.required('key');
    const family = row.text('family');
    const given = row.text('given');
    const name = family === '' && given === '' ? row.name('family') : fullName(family, given);
    row.checkName('family', name);
    const known = this.known.get(key);
    const gender = known?.gender ?? null;
    const id_number = row.idNumber('id_number');
    const { sheet, row: number } = row;
    const whoever = { key, name, gender, id_number, sheet, row: number };
    const asStudent = this.roles.get(key)?.find(({ role }) => kindOfUser(role) === 'student');
    if (!asStudent) {
      const phone = row.phone('sms') ?? readPhone(row.text('phone')) ?? null;
      this.builder.addPerson({ ...whoever, phone, left: false }, row);
      return;
    }
    const student_number = row.numberText('student_number') || null;
    const { began_on, ended_on } = asStudent;
    const left = ended_on !== null && ended_on < this.today;
    const born_on = known?.born_on ?? null;
    const schooling = { student_number, class: null, began_on, ended_on, left };
    this.builder.addStudent({ ...whoever, born_on, ...schooling }, row);
  }

  /** The first pass over enrollments: a class is of the grade that all its students have. */
  seeEnrolment(row: Row<'enrolmentColumns'>): void {
    const classKey = row.text('class');
    const role = this.roles.get(row.text('user'))?.[0];
    if (!role || kindOfUser(role.role) !== 'student') return;
    const grade = this.gradeOfClass.get(classKey);
    if (grade === undefined) this.gradeOfClass.set(classKey, role.grade);
    else if (grade !== role.grade) this.gradeOfClass.set(classKey, null);
  }

  seeClass(row: Row<'classColumns'>): void {
    this.hasClassesWithoutCourse ||= row.text('course') === '';
  }

  /** A class that belongs to a course is a lesson, where the file has classes that belong to none. */
  takeClass(row: Row<'classColumns'>): void {
    const key = row.required('key');
    const school = this.keptOrganisation(row.required('school')) ?? '';
    if (this.hasClassesWithoutCourse && row.text('course') !== '') {
      this.choice.keepLesson(key, school);
      return;
    }
    addTypedClass(this.builder, row, { key, school, grade: this.gradeOf(key), left: false });
  }

  /** Posts by roles.csv; once organisations and users are known. */
  addPosts(): void {
    for (const [person, roles] of this.roles) {
      if (!this.builder.people.has(person)) continue;
      for (const held of roles) {
        const role = kindOfUser(held.role);
        if (role === 'carer' || role === 'student') continue;
        const organisation = this.keptOrganisation(held.organisation);
        if (role === null || organisation === null) {
          this.builder.addProblem('role-not-kept', held, held.role);
        } else if (!this.builder.organisations.has(organisation) && !this.builder.mayExist) {
          this.builder.addProblem('organisation-not-found', held, organisation);
        } else if (held.ended_on === null || held.ended_on >= this.today) {
          const { began_on, ended_on, sheet, row } = held;
          this.builder.addPost({ person, organisation, role, began_on, ended_on, sheet, row });
        }
      }
    }
  }

  takeEnrolment(row: Row<'enrolmentColumns'>): void {
    const user = row.required('user');
    const classKey = row.required('class');
    const kind = kindOfUser(row.required('role'));
    if (row.isRejected) return;
    const isLesson = this.choice.isLesson(classKey);
    if (!isLesson && !this.builder.organisations.has(classKey)) {
      this.refuse(row, 'organisation', classKey, 'class-not-found', 'class');
    }
    if (kind === 'student') {
      const student = this.builder.students.get(user);
      if (!student) this.refuse(row, 'student', user, 'student-not-found', 'user');
      if (!student || row.isRejected || isLesson) return;
      const { began_on, ended_on } = student;
      this.choice.enrol(row, user, classKey, { began_on, ended_on, today: this.today });
      return;
    }
    if (!this.builder.people.has(user))
      this.refuse(row, 'person', user, 'person-not-found', 'user');
    if (row.isRejected) return;
    const organisation = this.choice.schoolOfLesson(classKey) ?? classKey;
    const role = kind === 'class-teacher' ? 'class-teacher' : 'teacher';
    const { sheet, row: number } = row;
    const days = { began_on: null, ended_on: null };
    this.builder.addPost({ person: user, organisation, role, ...days, sheet, row: number });
  }

  takeRelationship(row: Row<'relationshipColumns'>): void {
    const student = row.required('student');
    const carer = row.required('carer');
    const word = row.required('role');
    const code = readRelationship(word);
    if (word !== '' && code === undefined) {
      row.reject('value-unknown', 'role', word, 'guardian, parent, relative, 51, 52, 61–64');
    }
    const is_main = ['true', '1', 'yes'].includes(row.text('main').toLowerCase());
    const person = this.builder.people.get(carer);
    if (!row.isRejected && !this.builder.students.has(student)) {
      this.refuse(row, 'student', student, 'student-not-found', 'student');
    }
    if (!row.isRejected && !person) this.refuse(row, 'person', carer, 'person-not-found', 'carer');
    if (row.isRejected || code === undefined) return;
    const relationship = relationshipBySex(code, person?.gender ?? null);
    const { sheet, row: number } = row;
    const pair = { student, carer, relationship, is_main, left: false };
    this.builder.addGuardianship({ ...pair, sheet, row: number });
  }

  private refuse<Name extends string>(
    row: RosterRow<Name>,
    kind: 'organisation' | 'person' | 'student',
    key: string,
    code: 'class-not-found' | 'student-not-found' | 'person-not-found',
    column: Name,
  ): void {
    const rejected = this.builder.rejectedOrigin(kind, key);
    if (rejected !== undefined) row.reject('needs-a-rejected-row', column, key, rejected);
    else if (!this.builder.mayExist) row.reject(code, column, key);
  }

  /** The organisation itself, or the nearest above it that is kept: a department stands for its school. */
  private keptOrganisation(key: string | null): string | null {
    let kept = key;
    // As many steps as there are replacements: a circle in the file ends too.
    for (let step = 0; step <= this.instead.size && kept !== null; step += 1) {
      if (!this.instead.has(kept)) return kept;
      kept = this.instead.get(kept) ?? null;
    }
    return null;
  }

  private gradeOf(classKey: string): Grade | undefined {
    const grade = this.gradeOfClass.get(classKey);
    return grade ? readGrade(grade, schoolYearOf(this.today)) : undefined;
  }
}
