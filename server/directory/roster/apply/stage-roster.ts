import type { ClientBase } from 'pg';
import { newId, type Sealing } from '../../../platform/index.ts';
import { pinyinOfPerson } from '../../pinyin.ts';
import type { Roster, RosterPerson, RosterStudent } from '../roster.ts';
import { type CopyValue, cellsOf, copyBytes, copyLines, copyRows } from './copy-rows.ts';
import type { PersonalColumn } from './personal-cells.ts';
import { type Sealer, startSealer } from './personal-cells-thread.ts';
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
  await stagePersons(staging);
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

/** People and students: who has numbers to seal. */
async function stagePersons(staging: Staging): Promise<void> {
  const { client, roster, sealing, withSeals } = staging;
  const { people, students } = roster;
  const sealer = startSealer(sealing, withSeals, people.length + students.length);
  try {
    await copyLines(client, 'staged_people', peopleLines(staging, sealer));
    await copyLines(client, 'staged_students', studentLines(staging, sealer));
  } finally {
    await sealer.stop();
  }
}

const ROWS_A_PIECE = 1000;

interface Piece<Row> {
  readonly rows: readonly Row[];
  /** Where the piece begins in its list. */
  readonly first: number;
  /** For each row, the cells of its numbers. */
  readonly cells: readonly string[];
}

/** A list in pieces, each with its sealed numbers; those of the next are made while one is laid out. */
async function* sealedPieces<Row>(
  list: readonly Row[],
  sealer: Sealer,
  columnsOf: (rows: readonly Row[]) => PersonalColumn[],
): AsyncGenerator<Piece<Row>> {
  const begin = (first: number) => {
    const rows = list.slice(first, first + ROWS_A_PIECE);
    const cells = sealer.cells(columnsOf(rows));
    // Awaited when its turn comes, which it does not if the one before fails.
    cells.catch(() => {});
    return { rows, first, cells };
  };
  let next = begin(0);
  while (next.rows.length > 0) {
    const { rows, first, cells } = next;
    next = begin(first + rows.length);
    yield { rows, first, cells: await cells };
  }
  await next.cells;
}

async function* peopleLines(staging: Staging, sealer: Sealer): AsyncGenerator<string> {
  const { roster, sealing } = staging;
  const firstOf = new Map<string, number>();
  const pieces = sealedPieces(roster.people, sealer, (rows) => [
    { purpose: 'phone', plain: rows.map((person) => person.phone) },
    { purpose: 'id-number', plain: rows.map((person) => person.id_number) },
  ]);
  for await (const { rows, first, cells } of pieces) {
    let lines = '';
    for (const [index, person] of rows.entries()) {
      const n = first + index;
      const before = cellsOf([
        n,
        storedKey(roster, sealing, person.key),
        samePerson(firstOf, roster.people, person, n),
        person.name,
        pinyinOfPerson(person.name),
        person.gender,
      ]);
      lines += `${before}\t${cells[index]}\t${cellsOf([person.left, newId()])}\n`;
    }
    yield lines;
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

async function* studentLines(staging: Staging, sealer: Sealer): AsyncGenerator<string> {
  const { roster, sealing, placed } = staging;
  const pieces = sealedPieces(roster.students, sealer, (rows) => [
    { purpose: 'id-number', plain: rows.map((student) => student.id_number) },
  ]);
  for await (const { rows, first, cells } of pieces) {
    let lines = '';
    for (const [index, student] of rows.entries()) {
      const before = cellsOf([
        first + index,
        storedKey(roster, sealing, student.key),
        student.name,
        pinyinOfPerson(student.name),
        student.gender,
        student.born_on,
        student.student_number,
      ]);
      const after = cellsOf([
        student.id_number === null ? null : student.id_number.slice(-4),
        classOf(student, placed),
        student.began_on,
        student.ended_on,
        student.left,
        newId(),
        newId(),
      ]);
      lines += `${before}\t${cells[index]}\t${after}\n`;
    }
    yield lines;
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
