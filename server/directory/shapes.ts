import { Type } from 'typebox';
import { Page, PageQuery } from '../platform/index.ts';
import { organisationKinds, stages } from './tables.ts';

const Id = Type.String({ format: 'uuid' });
const Nullable = <Shape extends Type.TSchema>(shape: Shape) => Type.Union([shape, Type.Null()]);
const Search = Type.Optional(Type.String({ maxLength: 60 }));

export const ById = Type.Object({ id: Id });

export const OrganisationShape = Type.Object(
  {
    id: Id,
    kind: Type.Enum([...organisationKinds]),
    parent_id: Nullable(Id),
    name: Type.String(),
    stage: Nullable(Type.Enum([...stages])),
  },
  { title: 'Organisation' },
);

export const OrganisationDetail = Type.Object(
  {
    organisation: OrganisationShape,
    path: Type.Array(OrganisationShape, { description: 'From the district down to it' }),
    below: Type.Array(OrganisationShape),
    students: Type.Integer({ description: 'In it and everything below it, as far as one may see' }),
    staff: Type.Integer(),
  },
  { title: 'OrganisationDetail' },
);

export const DirectoryQuery = Type.Object({
  ...PageQuery,
  q: Search,
  organisation: Type.Optional(Id),
});

export const StudentRow = Type.Object(
  {
    id: Id,
    name: Type.String(),
    gender: Nullable(Type.Integer()),
    class_name: Nullable(Type.String()),
    school_name: Nullable(Type.String()),
    carers: Type.Integer(),
  },
  { title: 'StudentRow' },
);
export const StudentPage = Page(StudentRow, 'StudentPage');

export const StudentCarer = Type.Object(
  {
    id: Id,
    name: Type.String(),
    relationship: Type.String({ description: 'GB/T 4761' }),
    is_main: Type.Boolean(),
    masked_phone: Nullable(Type.String()),
  },
  { title: 'StudentCarer' },
);

export const StudentDetail = Type.Object(
  {
    id: Id,
    name: Type.String(),
    gender: Nullable(Type.Integer()),
    born_on: Nullable(Type.String()),
    student_number: Nullable(Type.String()),
    path: Type.Array(OrganisationShape),
    carers: Type.Array(StudentCarer),
    enrolments: Type.Array(
      Type.Object({
        class_name: Type.String(),
        school_name: Nullable(Type.String()),
        began_on: Type.String(),
        ended_on: Nullable(Type.String()),
      }),
    ),
  },
  { title: 'StudentDetail' },
);

export const StudentReads = Type.Object(
  {
    items: Type.Array(
      Type.Object({
        reader_name: Type.String(),
        role: Type.String(),
        role_name: Type.Object({ zh: Type.String(), en: Type.String() }),
        what: Type.String(),
        at: Type.String(),
      }),
    ),
  },
  { title: 'StudentReads' },
);

export const StaffRow = Type.Object(
  {
    id: Id,
    name: Type.String(),
    role: Type.String(),
    role_name: Type.Object({ zh: Type.String(), en: Type.String() }),
    organisation_name: Type.String(),
  },
  { title: 'StaffRow' },
);
export const StaffPage = Page(StaffRow, 'StaffPage');

export const CarerRow = Type.Object(
  {
    id: Id,
    name: Type.String(),
    masked_phone: Nullable(Type.String()),
    children: Type.Array(
      Type.Object({
        id: Id,
        name: Type.String(),
        class_name: Nullable(Type.String()),
        relationship: Type.String(),
      }),
    ),
  },
  { title: 'CarerRow' },
);
export const CarerPage = Page(CarerRow, 'CarerPage');

export const AccessMatrix = Type.Object(
  {
    roles: Type.Array(Type.Object({ id: Type.String(), zh: Type.String(), en: Type.String() })),
    capabilities: Type.Array(
      Type.Object({
        id: Type.String(),
        zh: Type.String(),
        en: Type.String(),
        reach: Type.Record(Type.String(), Type.String()),
      }),
    ),
  },
  { title: 'AccessMatrix' },
);
