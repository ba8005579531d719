import { sql } from 'kysely';
import type { ReadTransaction } from '../platform/index.ts';
import { nameMatches } from './search.ts';
import type { OrganisationKind, Stage } from './tables.ts';

/** A page's place: the name and id of the last row shown. */
export interface After {
  readonly name: string;
  readonly id: string;
}

export interface ListQuery {
  readonly within: readonly string[];
  readonly words: string | undefined;
  readonly after: After | undefined;
  readonly most: number;
}

export interface OrganisationLine {
  id: string;
  kind: OrganisationKind;
  parent_id: string | null;
  name: string;
  stage: Stage | null;
}

export async function listPath(
  transaction: ReadTransaction,
  lineage: readonly string[],
): Promise<OrganisationLine[]> {
  const { rows } = await sql<OrganisationLine>`
    select id, kind, parent_id, name, stage from organisations
     where id = any(${lineage}::uuid[]) order by cardinality(lineage)`.execute(transaction);
  return rows;
}

export async function countBelow(
  transaction: ReadTransaction,
  organisation: string,
): Promise<{ students: number; staff: number }> {
  const { rows } = await sql<{ students: number; staff: number }>`
    select (select count(*) from students where lineage @> array[${organisation}]::uuid[]) as students,
           (select count(distinct person_id) from posts
              join organisations on organisations.id = posts.organisation_id
             where ended_on is null and organisations.lineage @> array[${organisation}]::uuid[])
             as staff`.execute(transaction);
  return rows[0] ?? { students: 0, staff: 0 };
}

export interface StudentLine {
  id: string;
  name: string;
  gender: number | null;
  class_name: string | null;
  school_name: string | null;
  carers: number;
}

export async function listStudents(
  transaction: ReadTransaction,
  { within, words, after, most }: ListQuery,
): Promise<StudentLine[]> {
  const { rows } = await sql<StudentLine>`
    select students.id, students.name, students.gender, class.name as class_name,
           (select name from organisations
             where id = any(class.lineage) and kind in ('school', 'kindergarten')) as school_name,
           (select count(*) from guardianships
             where student_id = students.id and ended_on is null) as carers
      from students left join organisations as class on class.id = students.class_id
     where students.lineage && ${within}::uuid[]
       ${words ? sql`and ${nameMatches('students', words)}` : sql``}
       ${after ? sql`and (students.name, students.id) > (${after.name}, ${after.id})` : sql``}
     order by students.name, students.id
     limit ${most}`.execute(transaction);
  return rows;
}

export interface StudentFile {
  id: string;
  name: string;
  gender: number | null;
  born_on: string | null;
  student_number: string | null;
  lineage: string[];
}

export async function findStudent(
  transaction: ReadTransaction,
  id: string,
): Promise<StudentFile | undefined> {
  const { rows } = await sql<StudentFile>`
    select id, name, gender, born_on, student_number, lineage
      from students where id = ${id}`.execute(transaction);
  return rows[0];
}

export interface CarerOfStudent {
  id: string;
  name: string;
  relationship: string;
  is_main: boolean;
  phone_sealed: Buffer | null;
}

export async function listCarersOf(
  transaction: ReadTransaction,
  student: string,
): Promise<CarerOfStudent[]> {
  const { rows } = await sql<CarerOfStudent>`
    select people.id, people.name, relationship, is_main, phone_sealed
      from guardianships join people on people.id = carer_id
     where student_id = ${student} and ended_on is null
     order by is_main desc, relationship, people.name`.execute(transaction);
  return rows;
}

export interface EnrolmentLine {
  class_name: string;
  school_name: string | null;
  began_on: string;
  ended_on: string | null;
}

export async function listEnrolmentsOf(
  transaction: ReadTransaction,
  student: string,
): Promise<EnrolmentLine[]> {
  const { rows } = await sql<EnrolmentLine>`
    select class.name as class_name,
           (select name from organisations
             where id = any(class.lineage) and kind in ('school', 'kindergarten')) as school_name,
           began_on, ended_on
      from enrolments join organisations as class on class.id = class_id
     where student_id = ${student} order by began_on desc`.execute(transaction);
  return rows;
}

export interface StaffLine {
  id: string;
  post_id: string;
  name: string;
  role: string;
  organisation_name: string;
}

export async function listStaff(
  transaction: ReadTransaction,
  { within, words, after, most }: ListQuery,
): Promise<StaffLine[]> {
  const { rows } = await sql<StaffLine>`
    select people.id, posts.id as post_id, people.name, role, organisations.name as organisation_name
      from posts
      join people on people.id = person_id
      join organisations on organisations.id = organisation_id
     where ended_on is null and organisations.lineage && ${within}::uuid[]
       ${words ? sql`and ${nameMatches('people', words)}` : sql``}
       ${after ? sql`and (people.name, posts.id) > (${after.name}, ${after.id})` : sql``}
     order by people.name, posts.id
     limit ${most}`.execute(transaction);
  return rows;
}

export interface CarerLine {
  id: string;
  name: string;
  phone_sealed: Buffer | null;
  children: { id: string; name: string; class_name: string | null; relationship: string }[];
}

/** Carers of children in reach, by name, pinyin, initials or whole phone. */
export async function listCarers(
  transaction: ReadTransaction,
  { within, words, after, most }: ListQuery,
  phoneIndex: Buffer | undefined,
): Promise<CarerLine[]> {
  const matches = phoneIndex
    ? sql`and people.phone_index = ${phoneIndex}`
    : words
      ? sql`and ${nameMatches('people', words)}`
      : sql``;
  const { rows } = await sql<CarerLine>`
    select people.id, people.name, people.phone_sealed,
           json_agg(json_build_object('id', students.id, 'name', students.name,
             'class_name', class.name, 'relationship', relationship)
             order by students.name) as children
      from people
      join guardianships on carer_id = people.id and ended_on is null
      join students on students.id = student_id
      left join organisations as class on class.id = students.class_id
     where students.lineage && ${within}::uuid[] ${matches}
       ${after ? sql`and (people.name, people.id) > (${after.name}, ${after.id})` : sql``}
     group by people.id
     order by people.name, people.id
     limit ${most}`.execute(transaction);
  return rows;
}
