import type { ReadOptions, RosterPerson, RosterStudent, RowOrigin } from '../roster.ts';
import type { RosterBuilder } from '../roster-builder.ts';
import type { RosterRow } from '../roster-row.ts';
import { readPhone } from '../rules/read-phone.ts';
import { readRelationship, relationshipBySex } from '../rules/relationships.ts';
import { fullName } from './full-name.ts';
import { hasLeft, type KnownOfUser, listOf } from './oneroster-cells.ts';
import type { roleColumns, userColumns } from './oneroster-columns.ts';
import { kindOfUser, relationshipOfRole } from './typed-roles.ts';

type UserRow = RosterRow<(typeof userColumns)[number]['name']>;
type RoleRow = RosterRow<(typeof roleColumns)[number]['name']>;

interface UserRole {
  readonly role: string;
  readonly organisation: string;
  readonly began_on: string | null;
  readonly ended_on: string | null;
}

/** What a carer's own row says of the families. */
interface CarerWords {
  readonly relationship: string;
  /** By child, where one carer is several things: grandfather of one, guardian of another. */
  readonly byChild: ReadonlyMap<string, string> | null;
  readonly mainOf: readonly string[];
}

/**
 * Users of OneRoster, with their roles and families. `agentSourcedIds` is read from both ends: some systems
 * list the parents at the child, some the children at the parent, some both.
 */
export class UserReader {
  readonly known = new Map<string, KnownOfUser>();
  private readonly builder: RosterBuilder;
  private readonly options: ReadOptions;
  private readonly instead: ReadonlyMap<string, string | null>;
  private readonly roles = new Map<string, UserRole | UserRole[]>();
  /** By role and places: one list for all teachers of a school, all parents of a district. */
  private readonly sharedRoles = new Map<string, Map<string, readonly UserRole[]>>();
  private readonly sharedWords = new Map<string, CarerWords>();
  /** By the carer's place in the list of people. */
  private readonly carers: CarerWords[] = [];
  /** Parallel lists: a million pairs should not be a million objects. */
  private readonly children: { row: RosterStudent[]; agents: string[] } = { row: [], agents: [] };
  private readonly people: { row: RosterPerson[]; agents: string[] } = { row: [], agents: [] };

  constructor(
    builder: RosterBuilder,
    instead: ReadonlyMap<string, string | null>,
    options: ReadOptions,
  ) {
    this.builder = builder;
    this.instead = instead;
    this.options = options;
  }

  /** 1.2 keeps roles in a file of their own; a user may have several. */
  takeRole(row: RoleRow): void {
    const user = row.required('user');
    const role = row.required('role');
    const organisation = row.required('organisation');
    const began_on = row.day('began_on');
    const ended_on = row.day('ended_on');
    if (row.isRejected || hasLeft(row)) return;
    if (ended_on !== null && ended_on < this.options.today) return;
    const held = { role, organisation, began_on, ended_on };
    const others = this.roles.get(user);
    if (others === undefined) this.roles.set(user, held);
    else if (Array.isArray(others)) others.push(held);
    else this.roles.set(user, [others, held]);
  }

  takeUser(row: UserRow): void {
    const key = row.required('key');
    const name = this.nameOf(row);
    const roles = this.rolesOf(row, key);
    const left = hasLeft(row);
    const agents = row.text('agents');
    if (roles.some(({ role }) => kindOfUser(role) === 'student')) {
      const student = this.addStudent(row, key, name, left);
      if (student && agents !== '' && !left) {
        this.children.row.push(student);
        this.children.agents.push(agents);
      }
    } else {
      const person = this.addPerson(row, { key, name, left, roles });
      if (person && agents !== '' && !left) {
        this.people.row.push(person);
        this.people.agents.push(agents);
      }
    }
  }

  /**
   * Once all users are read: pairs of child and carer, each from whichever end it was named. Carers first: what
   * they say, the child's row need not say again.
   */
  linkFamilies(): void {
    const { builder } = this;
    const { students, people } = builder;
    for (const [index, carer] of this.people.row.entries()) {
      for (const agent of listOf(this.people.agents[index] ?? '')) {
        const student = students.get(agent);
        if (student) this.link(student.key, carer.key, carer, carer);
        else if (!people.has(agent) && this.mayBeKnown(agent, carer))
          this.link(agent, carer.key, carer, carer);
      }
    }
    for (const [index, student] of this.children.row.entries()) {
      for (const agent of listOf(this.children.agents[index] ?? '')) {
        if (builder.isFamily(student, agent)) continue;
        const carer = people.get(agent);
        if (carer) this.link(student.key, carer.key, carer, student);
        else if (!students.has(agent) && this.mayBeKnown(agent, student))
          this.link(student.key, agent, undefined, student);
      }
    }
  }

  private addStudent(
    row: UserRow,
    key: string,
    name: string,
    left: boolean,
  ): RosterStudent | undefined {
    const known = this.known.get(key);
    return this.builder.addStudent(
      {
        key,
        name,
        gender: known?.gender ?? null,
        born_on: known?.born_on ?? null,
        student_number: row.numberText('identifier') || null,
        id_number: row.idNumber('id_number'),
        class: null,
        began_on: null,
        ended_on: null,
        left,
        sheet: row.sheet,
        row: row.row,
      },
      row,
    );
  }

  private addPerson(
    row: UserRow,
    user: { key: string; name: string; left: boolean; roles: readonly UserRole[] },
  ): RosterPerson | undefined {
    const { key, name, left, roles } = user;
    const gender = this.known.get(key)?.gender ?? null;
    // `sms` is a mobile number or a mistake; `phone` may well be a landline, which nobody can sign in with.
    const phone = row.phone('sms') ?? readPhone(row.text('phone')) ?? null;
    const id_number = row.idNumber('id_number');
    const { sheet, row: number } = row;
    const words = this.carerWords(row, roles, gender);
    const person = this.builder.addPerson(
      { key, name, gender, phone, id_number, left, sheet, row: number },
      row,
    );
    if (!person) return undefined;
    this.carers[person.n] = words;
    if (!left) this.addPosts(row, key, roles);
    return person;
  }

  private addPosts(row: UserRow, person: string, roles: readonly UserRole[]): void {
    const { sheet, row: number } = row;
    for (const { role, organisation, began_on, ended_on } of roles) {
      const kind = kindOfUser(role);
      if (kind === 'carer' || kind === 'student') continue;
      if (kind === null) row.note('role-not-kept', 'role', role);
      else {
        const kept = this.instead.has(organisation) ? this.instead.get(organisation) : organisation;
        const place = { person, organisation: kept ?? '', role: kind };
        if (place.organisation === '') row.note('role-not-kept', 'role', role);
        else this.builder.addPost({ ...place, began_on, ended_on, sheet, row: number });
      }
    }
  }

  private carerWords(row: UserRow, roles: readonly UserRole[], gender: number | null): CarerWords {
    const byRole = relationshipOfRole(roles[0]?.role ?? 'guardian');
    const text = row.text('relationship');
    const mainOf = listOf(row.text('main_of'));
    let relationship = relationshipBySex(byRole, gender);
    let byChild: Map<string, string> | null = null;
    for (const part of listOf(text)) {
      const [child, word] = part.includes('=') ? part.split('=', 2) : [undefined, part];
      const code = readRelationship(word ?? '');
      if (code === undefined)
        row.reject('value-unknown', 'relationship', part, '51、52、61–64、97');
      else if (child === undefined) relationship = code;
      else {
        byChild ??= new Map();
        byChild.set(child, code);
      }
    }
    return this.wordsOf(relationship, byChild, mainOf);
  }

  /** Most carers are the mother or father of whoever they raise: they share one object. */
  private wordsOf(
    relationship: string,
    byChild: CarerWords['byChild'],
    mainOf: readonly string[],
  ): CarerWords {
    if (byChild !== null || mainOf.length > 0) return { relationship, byChild, mainOf };
    const known = this.sharedWords.get(relationship);
    if (known) return known;
    const made = { relationship, byChild, mainOf };
    this.sharedWords.set(relationship, made);
    return made;
  }

  /** `carer` is undefined where only the directory can know them. */
  private link(
    student: string,
    carerKey: string,
    carer: RosterPerson | undefined,
    { sheet, row }: RowOrigin,
  ): void {
    const words = carer && this.carers[carer.n];
    this.builder.addGuardianship({
      student,
      carer: carerKey,
      relationship: words?.byChild?.get(student) ?? words?.relationship ?? '80',
      is_main: words?.mainOf.includes(student) ?? false,
      left: false,
      sheet,
      row,
    });
  }

  /** Gives whether a delta may name somebody who is in the directory only. */
  private mayBeKnown(agent: string, origin: RowOrigin): boolean {
    const { builder } = this;
    const rejected =
      builder.rejectedOrigin('person', agent) ?? builder.rejectedOrigin('student', agent);
    if (rejected !== undefined) {
      builder.addProblem('needs-a-rejected-row', origin, agent, rejected);
    } else if (builder.mayExist) return true;
    else builder.addProblem('person-not-found', origin, agent);
    return false;
  }

  private rolesOf(row: UserRow, key: string): readonly UserRole[] {
    const separate = this.roles.get(key);
    if (separate !== undefined) return Array.isArray(separate) ? separate : [separate];
    const role = row.text('role');
    if (role === '') return [];
    const places = kindOfUser(role) === 'student' ? '' : row.text('organisations');
    const ofRole = this.sharedRoles.get(role) ?? new Map<string, readonly UserRole[]>();
    this.sharedRoles.set(role, ofRole);
    const known = ofRole.get(places);
    if (known) return known;
    const organisations = listOf(places);
    const made = (organisations.length === 0 ? [''] : organisations).map((organisation) => ({
      role,
      organisation,
      began_on: null,
      ended_on: null,
    }));
    ofRole.set(places, made);
    return made;
  }

  private nameOf(row: UserRow): string {
    const family = row.text('family');
    const given = row.text('given');
    if (family === '' && given === '') return row.name('family');
    const name = fullName(family, given, row.text('middle'));
    row.checkName('given', name);
    return name;
  }
}
