/** Builds a small district row by row: what a test needs, and nothing else. Everybody in it is made up. */
import { type OrganisationKind, type PostRole, sealedPhone } from '../directory/index.ts';
import { type District, newId } from '../platform/index.ts';

export interface Place {
  readonly id: string;
  readonly name: string;
  readonly kind: OrganisationKind;
  /** From the district down to itself. */
  readonly lineage: readonly string[];
}

export interface TestPeople {
  /** The top of the tree; made once. */
  readonly top: Place;
  place(kind: OrganisationKind, name: string, parent?: Place): Promise<Place>;
  /** A school under the district, with one grade and one class of six-year-olds. */
  school(name: string): Promise<{ school: Place; grade: Place; schoolClass: Place }>;
  adult(name: string, phone?: string): Promise<string>;
  student(name: string, schoolClass: Place): Promise<string>;
  post(person: string, role: PostRole, place: Place): Promise<string>;
  /** GB/T 4761: 51 father, 52 mother, 61 to 64 grandparents. States no fact. */
  guardianship(carer: string, student: string, relationship?: string): Promise<string>;
}

const BEGAN_ON = '2026-09-01';

export async function testPeople(district: District): Promise<TestPeople> {
  const { database } = district;
  const insert = (table: string, row: Record<string, unknown>) =>
    database.withOwner(async (client) => {
      const columns = Object.keys(row);
      const values = columns.map((_, index) => `$${index + 1}`);
      await client.query(
        `insert into ${table} (${columns.join(', ')}) values (${values.join(', ')})`,
        Object.values(row),
      );
      await client.query('update directory_version set version = version + 1');
    });
  const place = async (kind: OrganisationKind, name: string, parent?: Place): Promise<Place> => {
    const id = newId();
    const lineage = [...(parent?.lineage ?? []), id];
    await insert('organisations', { id, kind, name, parent_id: parent?.id ?? null, lineage });
    return { id, name, kind, lineage };
  };
  const top = await place('district', '天府新区');
  return {
    top,
    place: (kind, name, parent = top) => place(kind, name, parent),
    async school(name) {
      const school = await place('school', name, top);
      const grade = await place('grade', '2026级', school);
      return { school, grade, schoolClass: await place('class', '一年级1班', grade) };
    },
    async adult(name, phone) {
      const id = newId();
      await insert('people', { id, name, ...(phone && sealedPhone(district.sealing, phone)) });
      return id;
    },
    async student(name, { id: class_id, lineage }) {
      const id = newId();
      await insert('students', { id, name, class_id, lineage });
      await insert('enrolments', { id: newId(), student_id: id, class_id, began_on: BEGAN_ON });
      return id;
    },
    async post(person_id, role, { id: organisation_id }) {
      const id = newId();
      await insert('posts', { id, person_id, organisation_id, role, began_on: BEGAN_ON });
      return id;
    },
    async guardianship(carer_id, student_id, relationship = '52') {
      const id = newId();
      await insert('guardianships', { id, student_id, carer_id, relationship, began_on: BEGAN_ON });
      return id;
    },
  };
}
