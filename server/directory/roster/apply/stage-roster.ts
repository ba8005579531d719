import type { ClientBase } from 'pg';
import { newId, type Sealing } from '../../../platform/index.ts';
import { pinyinOfPerson } from '../../pinyin.ts';
import type { HasNumbers, NumberedList, Roster, RosterStudent } from '../roster.ts';
import { copyBytes, copyPieces, copyRows } from './copy-rows.ts';
import { type CopyValue, WrittenCells } from './copy-text.ts';
import type { PlacedOrganisations } from './place-organisations.ts';
import { ROWS_A_PIECE, type Sealer } from './sealer.ts';

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
  readonly sealer: Sealer;
}

/** Lays the roster out in temporary tables by COPY. */
export async function stageRoster(staging: Staging): Promise<void> {
  const { client } = staging;
  await client.query(makeTables);
  await copyRows(client, 'staged_places', placeRows(staging));
  await copyPieces(client, 'staged_people', peopleRows(staging));
  await copyPieces(client, 'staged_students', studentRows(staging));
  await copyRows(client, 'staged_guardianships', guardianshipRows(staging));
  await copyRows(client, 'staged_posts', postRows(staging));
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

interface Piece<Row> {
  readonly rows: readonly Row[];
  /** For each row, the cells of its numbers. */
  readonly cells: readonly string[];
}

/** A list in pieces, each with its sealed numbers; those of the next are made while one is laid out. */
async function* sealedPieces<Row extends HasNumbers>(
  sealer: Sealer,
  list: NumberedList,
  all: readonly Row[],
): AsyncGenerator<Piece<Row>> {
  const begin = (first: number) => {
    const rows = all.slice(first, first + ROWS_A_PIECE);
    const cells = sealer.cells(list, first, rows);
    // Awaited when its turn comes, which it does not if the one before fails.
    cells.catch(() => {});
    return { rows, cells };
  };
  let position = 0;
  let next = begin(position);
  while (next.rows.length > 0) {
    const { rows, cells } = next;
    position += rows.length;
    next = begin(position);
    yield { rows, cells: await cells };
  }
  await next.cells;
}

async function* peopleRows(staging: Staging): AsyncGenerator<CopyValue[][]> {
  const { roster, sealing, sealer } = staging;
  for await (const { rows, cells } of sealedPieces(sealer, 'people', roster.people)) {
    yield rows.map((person, index) => [
      person.n,
      storedKey(roster, sealing, person.key),
      person.same_as,
      person.name,
      pinyinOfPerson(person.name),
      person.gender,
      new WrittenCells(cells[index] as string),
      person.left,
      newId(),
    ]);
  }
}

async function* studentRows(staging: Staging): AsyncGenerator<CopyValue[][]> {
  const { roster, sealing, sealer, placed } = staging;
  for await (const { rows, cells } of sealedPieces(sealer, 'students', roster.students)) {
    yield rows.map((student, index) => [
      student.n,
      storedKey(roster, sealing, student.key),
      student.name,
      pinyinOfPerson(student.name),
      student.gender,
      student.born_on,
      student.student_number,
      new WrittenCells(cells[index] as string),
      student.id_number === null ? null : student.id_number.slice(-4),
      classOf(student, placed),
      student.began_on,
      student.ended_on,
      student.left,
      newId(),
      newId(),
    ]);
  }
}

function classOf(student: RosterStudent, placed: PlacedOrganisations): string | null {
  return student.class === null ? null : (placed.find(student.class)?.id ?? null);
}

/** Who is not in the roster itself goes by key, for the directory to know. */
function* guardianshipRows({ roster, sealing }: Staging): Iterable<CopyValue[]> {
  for (const [n, pair] of roster.guardianships.entries()) {
    const student = roster.studentOfKey.get(pair.student)?.n ?? null;
    const carer = roster.personOfKey.get(pair.carer)?.n ?? null;
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

function* postRows({ roster, sealing, placed }: Staging): Iterable<CopyValue[]> {
  for (const [n, post] of roster.posts.entries()) {
    const person = roster.personOfKey.get(post.person)?.n ?? null;
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
