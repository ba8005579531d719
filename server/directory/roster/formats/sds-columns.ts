import { csvColumns } from './csv-columns.ts';

/** Headers of School Data Sync v2.1; `isPrimary` of relationships and `metadata.cn` columns are ours. */
export const orgColumns = csvColumns(
  { sourcedId: 'key', name: 'name', type: 'type' },
  { parentSourcedId: 'parent' },
);

export const userColumns = csvColumns(
  { sourcedId: 'key' },
  {
    givenName: 'given',
    familyName: 'family',
    phone: 'phone',
    sms: 'sms',
    'metadata.cn.studentNumber': 'student_number',
    'metadata.cn.idNumber': 'id_number',
  },
);

export const roleColumns = csvColumns(
  { userSourcedId: 'user', orgSourcedId: 'organisation', role: 'role' },
  { grade: 'grade', isPrimary: 'primary', roleStartDate: 'began_on', roleEndDate: 'ended_on' },
);

export const classColumns = csvColumns(
  { sourcedId: 'key', orgSourcedId: 'school', title: 'name' },
  { courseSourcedId: 'course' },
);

export const enrolmentColumns = csvColumns({
  classSourcedId: 'class',
  userSourcedId: 'user',
  role: 'role',
});

export const demographicColumns = csvColumns(
  { userSourcedId: 'user' },
  { sex: 'gender', birthDate: 'born_on' },
);

export const relationshipColumns = csvColumns(
  { userSourcedId: 'student', relationshipUserSourcedId: 'carer', relationshipRole: 'role' },
  { isPrimary: 'main' },
);
