import { csvColumns } from './csv-columns.ts';

/** Headers as OneRoster's CSV binding fixes them; `metadata.cn` columns are ours. */
export const orgColumns = csvColumns(
  { sourcedId: 'key', name: 'name', type: 'type' },
  { status: 'status', identifier: 'code', parentSourcedId: 'parent' },
);

export const sessionColumns = csvColumns(
  { sourcedId: 'key', schoolYear: 'year' },
  { status: 'status', endDate: 'ended_on' },
);

export const classColumns = csvColumns(
  { sourcedId: 'key', title: 'name', schoolSourcedId: 'school' },
  {
    status: 'status',
    grades: 'grades',
    classCode: 'code',
    classType: 'type',
    termSourcedIds: 'terms',
  },
);

export const demographicColumns = csvColumns(
  { sourcedId: 'user' },
  { status: 'status', birthDate: 'born_on', sex: 'gender' },
);

export const roleColumns = csvColumns(
  { userSourcedId: 'user', role: 'role', orgSourcedId: 'organisation' },
  { status: 'status', roleType: 'type', beginDate: 'began_on', endDate: 'ended_on' },
);

export const userColumns = csvColumns(
  { sourcedId: 'key', givenName: 'given', familyName: 'family' },
  {
    status: 'status',
    role: 'role',
    orgSourcedIds: 'organisations',
    middleName: 'middle',
    identifier: 'identifier',
    sms: 'sms',
    phone: 'phone',
    agentSourcedIds: 'agents',
    'metadata.cn.idNumber': 'id_number',
    'metadata.cn.relationship': 'relationship',
    'metadata.cn.mainCarerOf': 'main_of',
  },
);

export const enrolmentColumns = csvColumns(
  { classSourcedId: 'class', userSourcedId: 'user', role: 'role' },
  { status: 'status', primary: 'primary', beginDate: 'began_on', endDate: 'ended_on' },
);
