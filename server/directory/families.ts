import { sql } from 'kysely';
import type { ReadTransaction } from '../platform/index.ts';
import type { Stage } from './tables.ts';

/** One grown-up of one child, by an open guardianship. */
export interface FamilyMember {
  readonly student: string;
  readonly carer: string;
  /** GB/T 4761. */
  readonly relationship: string;
  readonly is_main: boolean;
}

/** All carers of a child and, through other children, nobody else. */
export async function findFamily(
  transaction: ReadTransaction,
  student: string,
): Promise<FamilyMember[]> {
  const { rows } = await sql<FamilyMember>`
    select student_id as student, carer_id as carer, relationship, is_main
      from guardianships
     where student_id = ${student} and ended_on is null
     order by is_main desc, began_on, carer_id`.execute(transaction);
  return rows;
}

export async function namesOfPeople(
  transaction: ReadTransaction,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from people where id = any(${ids}::uuid[])`.execute(transaction);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** As far as row-level security shows them. */
export async function namesOfStudents(
  transaction: ReadTransaction,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from students where id = any(${ids}::uuid[])`.execute(transaction);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** The carers of many children at once, by open guardianships. */
export async function carersOfStudents(
  transaction: ReadTransaction,
  students: readonly string[],
): Promise<{ readonly student: string; readonly carer: string }[]> {
  const { rows } = await sql<{ student: string; carer: string }>`
    select student_id as student, carer_id as carer from guardianships
     where student_id = any(${students}::uuid[]) and ended_on is null`.execute(transaction);
  return rows;
}

/** Those of these children whom the reader may see, with the class. */
export async function studentsInReach(
  transaction: ReadTransaction,
  ids: readonly string[],
): Promise<Map<string, { name: string; class_name: string | null }>> {
  const { rows } = await sql<{ id: string; name: string; class_name: string | null }>`
    select students.id, students.name, class.name as class_name
      from students left join organisations as class on class.id = class_id
     where students.id = any(${ids}::uuid[])`.execute(transaction);
  return new Map(rows.map(({ id, ...student }) => [id, student]));
}

/** The names of children that a text says, of those whom the reader may see. */
export async function studentNamesIn(
  transaction: ReadTransaction,
  text: string,
): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select distinct name from students
     where position(name in ${text}) > 0`.execute(transaction);
  return rows.map(({ name }) => name);
}

/** What a certificate says of a child. */
export interface StudentForPapers {
  readonly name: string;
  readonly idNumberLastFour: string | null;
}

export async function findStudentsForPapers(
  transaction: ReadTransaction,
  ids: readonly string[],
): Promise<Map<string, StudentForPapers>> {
  const { rows } = await sql<StudentForPapers & { id: string }>`
    select id, name, id_number_last_four as "idNumberLastFour"
      from students where id = any(${ids}::uuid[])`.execute(transaction);
  return new Map(rows.map(({ id, ...student }) => [id, student]));
}

/** The lineage of each child's present class, so that an action can ask whether it lies in somebody's reach. */
export async function lineagesOfStudents(
  transaction: ReadTransaction,
  ids: readonly string[],
): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ id: string; lineage: string[] }>`
    select id, lineage from students where id = any(${ids}::uuid[])`.execute(transaction);
  return new Map(rows.map(({ id, lineage }) => [id, lineage]));
}

/** Carers of this name with a child of that name in one of these organisations. */
export async function findCarersByNames(
  transaction: ReadTransaction,
  { carer, child }: { carer: string; child: string },
  within: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct people.id
      from students
      join guardianships on student_id = students.id and ended_on is null
      join people on people.id = carer_id
     where students.name = ${child} and people.name = ${carer}
       and students.lineage && ${within}::uuid[]`.execute(transaction);
  return rows.map(({ id }) => id);
}

/** A child of a carer, with where it goes to school. */
export interface ChildOfCarer {
  readonly carer: string;
  readonly student: string;
  readonly name: string;
  readonly class_name: string | null;
  readonly school_name: string | null;
  readonly lineage: readonly string[];
  /** Of the class, such as primary. */
  readonly stage: Stage | null;
}

/** The children of many carers at once; row-level security applies unless the program itself asks. */
export async function childrenOfCarers(
  transaction: ReadTransaction,
  carers: readonly string[],
): Promise<ChildOfCarer[]> {
  const { rows } = await sql<ChildOfCarer>`
    select carer_id as carer, students.id as student, students.name, class.name as class_name,
           school.name as school_name, students.lineage, class.stage
      from guardianships
      join students on students.id = student_id
      left join organisations as class on class.id = students.class_id
      left join organisations as school
        on school.id = any(students.lineage) and school.kind in ('school', 'kindergarten')
     where carer_id = any(${carers}::uuid[]) and ended_on is null
     order by students.born_on nulls last, students.name, students.id`.execute(transaction);
  return rows;
}

/** Whether a grown-up holds a post at an organisation or somewhere below it now. */
export async function worksAt(
  transaction: ReadTransaction,
  person: string,
  organisation: string,
): Promise<boolean> {
  const { rows } = await sql`
    select from posts join organisations on organisations.id = posts.organisation_id
     where person_id = ${person} and posts.ended_on is null
       and organisations.lineage @> array[${organisation}]::uuid[] limit 1`.execute(transaction);
  return rows.length > 0;
}
