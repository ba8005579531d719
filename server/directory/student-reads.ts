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
  reader_id: string;
  role: string;
  what: string;
  at: Date;
}

/**
 * Writes down that somebody opened a child's file, unless it is their own child's: the family can see who
 * looked and at what. In the transaction that reads, so that no look goes unrecorded.
 */
export async function recordStudentRead(
  transaction: WriteTransaction,
  who: Who,
  { student, what, at }: { student: string; what: string; at: Date },
): Promise<void> {
  if (who.children.includes(student) || who.person === student) return;
  await transaction
    .insertInto('student_reads')
    .values({
      id: newId(),
      student_id: student,
      reader_id: who.person,
      role: roleUsed(who),
      what,
      at,
    })
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
    select people.name as reader_name, role, what, at
      from student_reads join people on people.id = reader_id
     where student_id = ${student} order by at desc limit ${MOST_SHOWN}`.execute(transaction);
  return rows;
}
