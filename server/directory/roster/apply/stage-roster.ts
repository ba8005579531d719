import type { ClientBase } from 'pg';
import { newId, type Sealing } from '../../../platform/index.ts';
import { pinyinOfPerson } from '../../pinyin.ts';
import type { Roster, RosterPerson, RosterStudent } from '../roster.ts';
import { type CopyValue, copyBytes, copyRows } from './copy-rows.ts';
import type { PlacedOrganisations } from './place-organisations.ts';

/**
 * Temporary tables that a roster is laid out in, beside the directory's own: `n` is the index in the roster's
 * list. They go with the transaction.
 */
const makeTables = `
create temp table staged_places (id uuid, lineage uuid[], school_id uuid) on commit drop;
create temp table staged_people (
  n integer, key text, same_as integer, name text, name_in_pinyin text, gender smallint,
  phone_index bytea, phone_sealed bytea, id_index bytea, id_sealed bytea, has_left boolean, new_id uuid
) on commit drop;
create temp table staged_students (
  n integer, key text, name text, name_in_pinyin text, gender smallint, born_on date,
  student_number text, id_index bytea, id_sealed bytea, id_last_four text,
  class_id uuid, began_on date, ended_on date, has_left boolean, new_id uuid, enrolment_id uuid
) on commit drop;
create temp table staged_guardianships (
  n integer, student_n integer, student_key text, student_number text, student_id_index bytea,
  carer_n integer, carer_key text, relationship text, is_main boolean, has_left boolean, new_id uuid
) on commit drop;
create temp table staged_posts (
  n integer, person_n integer, person_key text, organisation_id uuid, role text,
  began_on date, ended_on date, new_id uuid
) on commit drop;
create temp table refused_rows (
  list text, n integer, code text, shown text, detail text
) on commit drop;
`;

export interface Staging {
  readonly client: ClientBase;
  readonly roster: Roster;
  readonly placed: PlacedOrganisations;
  readonly sealing: Sealing;
  /** A preview needs the blind indexes only; sealing is what costs. */
  readonly withSeals: boolean;
}

/** Lays the roster out in temporary tables by COPY. */
export async function stageRoster(staging: Staging): Promise<void> {
  const { client, roster } = staging;
  await client.query(makeTables);
  await copyRows(client, 'staged_places', placeRows(staging));
  await copyRows(client, 'staged_people', peopleRows(staging));
  await copyRows(client, 'staged_students', studentRows(staging));
  const numbers = numberKeys(roster);
  await copyRows(client, 'staged_guardianships', guardianshipRows(staging, numbers));
  await copyRows(client, 'staged_posts', postRows(staging, numbers));
  await client.query(
    'analyze staged_places; analyze staged_people; analyze staged_students; analyze staged_guardianships; analyze staged_posts',
  );
}

/** The key under which `external_keys` keeps a source's own: hashed when it is made of personal numbers. */
export function storedKey({ source }: Roster, sealing: Sealing, key: string): string {
  if (!source.keysArePersonal) return key;
  return sealing.blindIndex('roster key', key).toString('base64url');
}

function* placeRows({ placed }: Staging): Iterable<CopyValue[]> {
  for (const { id, lineage } of placed.places.values()) {
    const school = lineage.find((above) => {
      const kind = placed.places.get(above)?.kind;
      return kind === 'school' || kind === 'kindergarten';
    });
    yield [id, `{${lineage.join(',')}}`, school ?? null];
  }
}

function* peopleRows(staging: Staging): Iterable<CopyValue[]> {
  const { roster, sealing, withSeals } = staging;
  const first = new Map<string, number>();
  for (const [n, person] of roster.people.entries()) {
    const { phone, id_number } = person;
    yield [
      n,
      storedKey(roster, sealing, person.key),
      samePerson(first, roster.people, person, n),
      person.name,
      pinyinOfPerson(person.name),
      person.gender,
      phone === null ? null : copyBytes(sealing.blindIndex('phone', phone)),
      phone === null || !withSeals ? null : copyBytes(sealing.seal('phone', phone)),
      id_number === null ? null : copyBytes(sealing.blindIndex('id-number', id_number)),
      id_number === null || !withSeals ? null : copyBytes(sealing.seal('id-number', id_number)),
      person.left,
      newId(),
    ];
  }
}

/** One phone and one name, and no two ID numbers: systems that write a carer once for each child. */
function samePerson(
  first: Map<string, number>,
  people: readonly RosterPerson[],
  { phone, name, id_number }: RosterPerson,
  n: number,
): number | null {
  if (phone === null) return null;
  const both = `${phone}${name}`;
  const known = first.get(both);
  if (known === undefined) {
    first.set(both, n);
    return null;
  }
  const other = people[known]?.id_number ?? null;
  return other !== null && id_number !== null && other !== id_number ? null : known;
}

function* studentRows(staging: Staging): Iterable<CopyValue[]> {
  const { roster, sealing, placed, withSeals } = staging;
  for (const [n, student] of roster.students.entries()) {
    const { id_number } = student;
    yield [
      n,
      storedKey(roster, sealing, student.key),
      student.name,
      pinyinOfPerson(student.name),
      student.gender,
      student.born_on,
      student.student_number,
      id_number === null ? null : copyBytes(sealing.blindIndex('id-number', id_number)),
      id_number === null || !withSeals ? null : copyBytes(sealing.seal('id-number', id_number)),
      id_number === null ? null : id_number.slice(-4),
      classOf(student, placed),
      student.began_on,
      student.ended_on,
      student.left,
      newId(),
      newId(),
    ];
  }
}

function classOf(student: RosterStudent, placed: PlacedOrganisations): string | null {
  return student.class === null ? null : (placed.find(student.class)?.id ?? null);
}

interface NumberOfKey {
  readonly students: ReadonlyMap<string, number>;
  readonly people: ReadonlyMap<string, number>;
}

function numberKeys({ students, people }: Roster): NumberOfKey {
  return {
    students: new Map(students.map(({ key }, n) => [key, n])),
    people: new Map(people.map(({ key }, n) => [key, n])),
  };
}

/** Who is not in the roster itself goes by key, for the directory to know. */
function* guardianshipRows(
  { roster, sealing }: Staging,
  numbers: NumberOfKey,
): Iterable<CopyValue[]> {
  for (const [n, pair] of roster.guardianships.entries()) {
    const student = numbers.students.get(pair.student) ?? null;
    const carer = numbers.people.get(pair.carer) ?? null;
    // Our template names a child by student number or ID number, whoever imported the child.
    const byNumber = student === null && roster.source.system === 'xlsx';
    yield [
      n,
      student,
      student === null ? storedKey(roster, sealing, pair.student) : null,
      byNumber ? pair.student : null,
      byNumber && pair.student.length === 18
        ? copyBytes(sealing.blindIndex('id-number', pair.student))
        : null,
      carer,
      carer === null ? storedKey(roster, sealing, pair.carer) : null,
      pair.relationship,
      pair.is_main,
      pair.left,
      newId(),
    ];
  }
}

function* postRows(
  { roster, sealing, placed }: Staging,
  numbers: NumberOfKey,
): Iterable<CopyValue[]> {
  for (const [n, post] of roster.posts.entries()) {
    const person = numbers.people.get(post.person) ?? null;
    yield [
      n,
      person,
      person === null ? storedKey(roster, sealing, post.person) : null,
      placed.find(post.organisation)?.id ?? null,
      post.role,
      post.began_on,
      post.ended_on,
      newId(),
    ];
  }
}
