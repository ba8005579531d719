import { type RawBuilder, sql } from 'kysely';
import {
  type After,
  directionOf,
  type ReadTransaction,
  running,
  type Sort,
} from '../platform/index.ts';
import { nameMatches } from './search.ts';
import { inSchoolOrder, nameInOrder, placeInOrder } from './sort-keys.ts';
import type { OrganisationKind, Stage } from './tables.ts';

export interface ListQuery<Key extends string> {
  readonly within: readonly string[];
  readonly words: string | undefined;
  readonly sort: Sort<Key>;
  readonly after: After | undefined;
  readonly most: number;
}

function run<Key extends string>(
  { sort, after }: ListQuery<Key>,
  keys: Readonly<Record<Key, RawBuilder<string>>>,
  id: RawBuilder<string>,
) {
  const { key, down } = directionOf(sort);
  return running({ by: keys[key], id, down, after });
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
  sort_value: string;
}

export const studentSortKeys = ['name', 'class'] as const;

export async function listStudents(
  transaction: ReadTransaction,
  query: ListQuery<(typeof studentSortKeys)[number]>,
): Promise<StudentLine[]> {
  const { within, words, most } = query;
  const keys = { name: nameInOrder('students'), class: inSchoolOrder('school', 'class') };
  const { value, beyond, order } = run(query, keys, sql`students.id`);
  const { rows } = await sql<StudentLine>`
    select students.id, students.name, students.gender, class.name as class_name,
           school.name as school_name,
           (select count(*) from guardianships
             where student_id = students.id and ended_on is null) as carers,
           ${value} as sort_value
      from students
      left join organisations as class on class.id = students.class_id
      left join organisations as school
        on school.id = any(class.lineage) and school.kind in ('school', 'kindergarten')
     where students.lineage && ${within}::uuid[]
       ${words ? sql`and ${nameMatches('students', words)}` : sql``}
       ${beyond}
     order by ${order}
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
  sort_value: string;
}

export const staffSortKeys = ['name', 'place'] as const;

export async function listStaff(
  transaction: ReadTransaction,
  query: ListQuery<(typeof staffSortKeys)[number]>,
): Promise<StaffLine[]> {
  const { within, words, most } = query;
  const keys = { name: nameInOrder('people'), place: placeInOrder('organisations') };
  const { value, beyond, order } = run(query, keys, sql`posts.id`);
  const { rows } = await sql<StaffLine>`
    select people.id, posts.id as post_id, people.name, role,
           organisations.name as organisation_name, ${value} as sort_value
      from posts
      join people on people.id = person_id
      join organisations on organisations.id = organisation_id
     where ended_on is null and organisations.lineage && ${within}::uuid[]
       ${words ? sql`and ${nameMatches('people', words)}` : sql``}
       ${beyond}
     order by ${order}
     limit ${most}`.execute(transaction);
  return rows;
}

export interface CarerLine {
  id: string;
  name: string;
  phone_sealed: Buffer | null;
  children: { id: string; name: string; class_name: string | null; relationship: string }[];
  sort_value: string;
}

export const carerSortKeys = ['name'] as const;

/** Carers of children in reach, by name, pinyin, initials or whole phone. */
export async function listCarers(
  transaction: ReadTransaction,
  query: ListQuery<(typeof carerSortKeys)[number]>,
  phoneIndex: Buffer | undefined,
): Promise<CarerLine[]> {
  const { within, words, most } = query;
  const { value, beyond, order } = run(query, { name: nameInOrder('people') }, sql`people.id`);
  const matches = phoneIndex
    ? sql`and people.phone_index = ${phoneIndex}`
    : words
      ? sql`and ${nameMatches('people', words)}`
      : sql``;
  const { rows } = await sql<CarerLine>`
    select people.id, people.name, people.phone_sealed,
           json_agg(json_build_object('id', students.id, 'name', students.name,
             'class_name', class.name, 'relationship', relationship)
             order by students.name) as children,
           ${value} as sort_value
      from people
      join guardianships on carer_id = people.id and ended_on is null
      join students on students.id = student_id
      left join organisations as class on class.id = students.class_id
     where students.lineage && ${within}::uuid[] ${matches}
       ${beyond}
     group by people.id
     order by ${order}
     limit ${most}`.execute(transaction);
  return rows;
}
