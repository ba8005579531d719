import { type Call, type District, NotFound } from '../../platform/index.ts';
import { type Role, readerOf, requireMay, roles, type Who } from '../access/index.ts';
import { findStudent, listCarersOf, listEnrolmentsOf, listPath } from '../store.ts';
import { BY_A_CLIENT, listStudentReads, recordStudentRead } from '../student-reads.ts';
import { maskedPhone } from './browse.ts';

/** A child's page in the directory. The look is written down for the family to see. */
export async function openStudent(district: District, who: Who, id: string, call: Call) {
  return district.database.write(readerOf(who), async (transaction) => {
    // Row-level security already hides children out of reach; the matrix is asked all the same.
    const student = await findStudent(transaction, id);
    if (!student) throw NotFound();
    requireMay(who, 'students.read', { student: id, lineage: student.lineage });
    await recordStudentRead(transaction, who, { student: id, what: 'directory', at: call.at });
    const carers = await listCarersOf(transaction, id);
    const { lineage, ...file } = student;
    return {
      ...file,
      path: await listPath(transaction, lineage),
      carers: carers.map(({ phone_sealed, ...carer }) => ({
        ...carer,
        masked_phone: maskedPhone(district, phone_sealed),
      })),
      enrolments: await listEnrolmentsOf(transaction, id),
    };
  });
}

const A_CLIENT = { zh: '对接系统', en: 'Connected system' };

/** Who of the staff looked at the child's file: for the family. */
export async function showStudentReads(district: District, who: Who, student: string) {
  requireMay(who, 'students.read', { student });
  const reads = await district.database.read(readerOf(who), (transaction) =>
    listStudentReads(transaction, student),
  );
  return {
    items: reads.map(({ at, role, ...read }) => ({
      ...read,
      role,
      role_name: role === BY_A_CLIENT ? A_CLIENT : roles[role as Role],
      at: at.toISOString(),
    })),
  };
}
