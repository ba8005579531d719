import type { ProblemBook } from './problem-book.ts';
import type { ProblemCode } from './problem-kinds.ts';
import type {
  ReadOptions,
  Roster,
  RosterGuardianship,
  RosterOrganisation,
  RosterPerson,
  RosterPost,
  RosterSource,
  RosterStudent,
  RowOrigin,
} from './roster.ts';
import { birthDateOf, genderOf } from './rules/id-number.ts';
import { allowedParents } from './rules/organisation-order.ts';

type Mutable<Row> = { -readonly [Field in keyof Row]: Row[Field] };

/** As a reader gives it: its place in the list is the builder's to give. */
type Unlisted<Row> = Omit<Row, 'n' | 'same_as'>;

/** A row of whatever table, as the builder needs it: where it stands, and what is wrong with it. */
export interface RowReport extends RowOrigin {
  readonly isRejected: boolean;
  reject(code: ProblemCode, column?: undefined, shown?: string, detail?: string): void;
  note(code: ProblemCode, column?: undefined, shown?: string, detail?: string): void;
}

/** `学生 #12`: short, and the same in every language. */
export function originOf({ sheet, row }: RowOrigin): string {
  return `${sheet} #${row}`;
}

/**
 * Gathers the rows of a roster under their keys and checks what one row says of another: keys that stand twice,
 * parents of the wrong kind, phones shared under other names, references that lead nowhere.
 */
export class RosterBuilder {
  readonly organisations = new Map<string, Mutable<RosterOrganisation>>();
  readonly people = new Map<string, Mutable<RosterPerson>>();
  readonly students = new Map<string, Mutable<RosterStudent>>();
  readonly posts: RosterPost[] = [];
  readonly guardianships: RosterGuardianship[] = [];
  readonly problems: ProblemBook;
  readonly mayExist: boolean;
  private readonly met: ReadOptions['met'];
  private readonly rejectedKeys = new Map<string, string>();
  /** By the place of the child in its list. */
  private readonly families: Mutable<RosterGuardianship>[][] = [];
  /** Of children who are not in the roster itself. */
  private readonly otherFamilies = new Map<string, Mutable<RosterGuardianship>[]>();
  /** Student numbers and ID numbers, which never look alike, and name one student each. */
  private readonly numbers = new Map<string, RosterStudent>();
  private readonly heldPosts = new Set<string>();
  /** The first person with each phone; further ones under other names, by phone and name. */
  private readonly phones = new Map<string, RosterPerson>();
  private readonly phoneSharers = new Map<string, RosterPerson>();
  private district: RosterOrganisation | undefined;

  constructor(problems: ProblemBook, source: RosterSource, options: ReadOptions) {
    this.problems = problems;
    this.mayExist = options.mayExist ?? source.mode === 'delta';
    this.met = options.met;
  }

  addOrganisation(organisation: RosterOrganisation, row: RowReport): void {
    const known = this.organisations.get(organisation.key);
    if (known) row.reject('key-twice', undefined, organisation.key, originOf(known));
    if (organisation.kind === 'district') {
      if (this.district) row.reject('district-twice', undefined, organisation.name);
      else this.district = organisation;
    }
    if (row.isRejected) this.rejectKey('organisation', organisation.key, row);
    else this.organisations.set(organisation.key, organisation);
  }

  /** Made from what students' rows say; the first to name it is its origin. */
  deriveOrganisation(organisation: RosterOrganisation): void {
    if (!this.organisations.has(organisation.key)) {
      this.organisations.set(organisation.key, organisation);
    }
  }

  /** Once all organisations are read: parents exist and are of a kind that may hold them. */
  checkParents(): void {
    for (const organisation of [...this.organisations.values()]) {
      if (organisation.parent === null || organisation.left) continue;
      const parent = this.organisations.get(organisation.parent);
      const { kind, name, key } = organisation;
      if (parent && allowedParents[kind].includes(parent.kind)) continue;
      if (!parent && this.mayExist) continue;
      if (parent) this.addProblem('parent-kind-wrong', organisation, name, parent.name);
      else this.addProblem('organisation-not-found', organisation, organisation.parent);
      this.problems.rejectRow({
        sheet: organisation.sheet,
        row: organisation.row,
        cells: [key, name],
      });
      this.organisations.delete(key);
      this.rejectKey('organisation', key, organisation);
    }
  }

  /** A person under a key that the source gives; undefined if it is rejected. */
  addPerson(person: Unlisted<RosterPerson>, row: RowReport): RosterPerson | undefined {
    const known = this.people.get(person.key);
    if (known) row.reject('key-twice', undefined, person.key, originOf(known));
    if (row.isRejected) {
      this.rejectKey('person', person.key, row);
      return undefined;
    }
    const same_as = this.samePerson(person, row)?.n ?? null;
    const listed = Object.assign(person, { n: this.people.size, same_as });
    this.people.set(listed.key, listed);
    this.keepPhone(listed);
    this.met?.('people', listed);
    return listed;
  }

  /** A person under a key made of phone and name: met again in other rows, whose gaps they fill. */
  meetPerson(person: Unlisted<RosterPerson>, row: RowReport): void {
    const known = this.people.get(person.key);
    if (!known) {
      this.addPerson(person, row);
      return;
    }
    if (
      known.id_number !== null &&
      person.id_number !== null &&
      known.id_number !== person.id_number
    ) {
      row.reject('id-number-differs', undefined, '', originOf(known));
      return;
    }
    known.id_number ??= person.id_number;
    known.gender ??= person.gender;
  }

  /**
   * Adds the student; birth date and gender that are not written are read from the ID number. Undefined if it is
   * rejected.
   */
  addStudent(student: Unlisted<RosterStudent>, row: RowReport): RosterStudent | undefined {
    const { id_number, student_number } = student;
    const known =
      this.students.get(student.key) ??
      (student_number === null ? undefined : this.numbers.get(student_number)) ??
      (id_number === null ? undefined : this.numbers.get(id_number));
    if (known) row.reject('key-twice', undefined, student_number ?? student.key, originOf(known));
    if (row.isRejected) {
      this.rejectKey('student', student.key, row);
      return undefined;
    }
    const kept: Mutable<RosterStudent> = Object.assign(student, { n: this.students.size });
    if (id_number !== null) {
      if (kept.born_on !== null && kept.born_on !== birthDateOf(id_number)) {
        row.note('birth-date-differs', undefined, kept.born_on);
      }
      if (kept.gender !== null && kept.gender < 9 && kept.gender !== genderOf(id_number)) {
        row.note('gender-differs', undefined, kept.gender === 1 ? '男' : '女');
      }
      kept.born_on ??= birthDateOf(id_number);
      kept.gender ??= genderOf(id_number);
    }
    this.students.set(kept.key, kept);
    this.met?.('students', kept);
    if (student_number !== null) this.numbers.set(student_number, kept);
    if (id_number !== null) this.numbers.set(id_number, kept);
    return kept;
  }

  addPost(post: RosterPost): void {
    const once = `${post.person}\n${post.organisation}\n${post.role}`;
    if (this.heldPosts.has(once)) return;
    this.heldPosts.add(once);
    this.posts.push(post);
  }

  /** Adds it, or strengthens the one that stands: rosters name a pair from both ends. */
  addGuardianship(guardianship: RosterGuardianship): void {
    const family = this.familyOf(guardianship.student);
    for (const known of family) {
      if (known.carer !== guardianship.carer) continue;
      known.is_main ||= guardianship.is_main;
      return;
    }
    family.push(guardianship);
    this.guardianships.push(guardianship);
  }

  /** Whether the roster has said so of the two already. */
  isFamily(student: RosterStudent, carer: string): boolean {
    return this.families[student.n]?.some((known) => known.carer === carer) ?? false;
  }

  rejectKey(kind: 'organisation' | 'person' | 'student', key: string, origin: RowOrigin): void {
    if (key !== '') this.rejectedKeys.set(`${kind} ${key}`, originOf(origin));
  }

  /** Where the row stands that would have had this key, had it not been rejected. */
  rejectedOrigin(kind: 'organisation' | 'person' | 'student', key: string): string | undefined {
    return this.rejectedKeys.get(`${kind} ${key}`);
  }

  addProblem(code: ProblemCode, { sheet, row }: RowOrigin, shown = '', detail = ''): void {
    this.problems.add({ code, sheet, row, letter: '', header: '', shown, detail });
  }

  build(source: RosterSource): Roster {
    return {
      source,
      organisations: [...this.organisations.values()],
      people: [...this.people.values()],
      posts: this.posts,
      students: [...this.students.values()],
      guardianships: this.guardianships,
      personOfKey: this.people,
      studentOfKey: this.students,
      problems: this.problems,
    };
  }

  private familyOf(student: string): Mutable<RosterGuardianship>[] {
    const n = this.students.get(student)?.n;
    const known = n === undefined ? this.otherFamilies.get(student) : this.families[n];
    if (known) return known;
    const family: Mutable<RosterGuardianship>[] = [];
    if (n === undefined) this.otherFamilies.set(student, family);
    else this.families[n] = family;
    return family;
  }

  /**
   * One phone and one name, and no two ID numbers, are one person. Two people with one phone stay two people; it
   * is worth a look, no more.
   */
  private samePerson(
    { phone, name, id_number }: Unlisted<RosterPerson>,
    row: RowReport,
  ): RosterPerson | null {
    const first = phone === null ? undefined : this.phones.get(phone);
    if (phone === null || !first) return null;
    if (first.name !== name) row.note('phone-shared', undefined, phone, originOf(first));
    const known = first.name === name ? first : this.phoneSharers.get(sharerKey(phone, name));
    const areTwo =
      known && known.id_number !== null && id_number !== null && known.id_number !== id_number;
    return known && !areTwo ? known : null;
  }

  private keepPhone(person: RosterPerson): void {
    const { phone, name } = person;
    if (phone === null) return;
    const first = this.phones.get(phone);
    if (!first) this.phones.set(phone, person);
    else if (first.name !== name && !this.phoneSharers.has(sharerKey(phone, name))) {
      this.phoneSharers.set(sharerKey(phone, name), person);
    }
  }
}

function sharerKey(phone: string, name: string): string {
  return `${phone} ${name}`;
}
