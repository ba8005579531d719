import { sql } from 'kysely';
import { newId, type ReadTransaction, type WriteTransaction } from '../platform/index.ts';
import { may, rolesOf, type Who } from './access/index.ts';

declare module '../platform/database/tables.ts' {
  interface Tables {
    student_reads: StudentReadRow;
  }
}

interface StudentReadRow {
  id: string;
  student_id: string;
  reader_id: string | null;
  client_id: string | null;
  role: string;
  what: string;
  at: Date;
}

/** In the place of a role, where a program of another house asked. */
export const BY_A_CLIENT = 'client';

/**
 * Writes down that somebody opened a child's file, unless it is their own child's: the family can see who
 * looked and at what. In the transaction that reads, so that no look goes unrecorded.
 */
export async function recordStudentRead(
  transaction: WriteTransaction,
  who: Who,
  { student, what, at }: { student: string; what: string; at: Date },
): Promise<void> {
  await recordStudentReads(transaction, who, { students: [student], what, at });
}

/** The same of many children at once, each once; a program of another house is written down like a person. */
export async function recordStudentReads(
  transaction: WriteTransaction,
  reader: Who | { readonly client: string },
  { students, what, at }: { students: readonly string[]; what: string; at: Date },
): Promise<void> {
  const isClient = 'client' in reader;
  const others = isClient
    ? students
    : students.filter((one) => !reader.children.includes(one) && one !== reader.person);
  if (others.length === 0) return;
  const by = isClient
    ? { reader_id: null, client_id: reader.client, role: BY_A_CLIENT }
    : { reader_id: reader.person, client_id: null, role: roleUsed(reader) };
  await transaction
    .insertInto('student_reads')
    .values(
      [...new Set(others)].map((student) => ({
        id: newId(),
        student_id: student,
        ...by,
        what,
        at,
      })),
    )
    .execute();
}

function roleUsed(who: Who): string {
  const post = who.posts.find((one) =>
    may({ ...who, posts: [one], children: [] }, 'students.read', { lineage: one.lineage }),
  );
  return post?.role ?? rolesOf(who)[0] ?? 'carer';
}

export interface StudentRead {
  reader_name: string;
  role: string;
  what: string;
  at: Date;
}

const MOST_SHOWN = 200;

export async function listStudentReads(
  transaction: ReadTransaction,
  student: string,
): Promise<StudentRead[]> {
  const { rows } = await sql<StudentRead>`
    select coalesce(people.name, clients.name || '（' || clients.organisation || '）') as reader_name,
           role, what, at
      from student_reads
      left join people on people.id = reader_id
      left join clients on clients.id = client_id
     where student_id = ${student} order by at desc limit ${MOST_SHOWN}`.execute(transaction);
  return rows;
}
