import { Type } from 'typebox';
import { Page, PageQuery, SortQuery } from '../platform/index.ts';
import { SheetQuery } from '../platform/sheets/index.ts';
import { carerSortKeys, staffSortKeys, studentSortKeys } from './store.ts';
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

const filters = { q: Search, organisation: Type.Optional(Id) };
const studentFilters = { ...filters, ...SortQuery(studentSortKeys, 'name') };
const staffFilters = { ...filters, ...SortQuery(staffSortKeys, 'name') };
const carerFilters = { ...filters, ...SortQuery(carerSortKeys, 'name') };

export const StudentsQuery = Type.Object({ ...PageQuery, ...studentFilters });
export const StudentsSheetQuery = SheetQuery(studentFilters);
export const StaffQuery = Type.Object({ ...PageQuery, ...staffFilters });
export const StaffSheetQuery = SheetQuery(staffFilters);
export const CarersQuery = Type.Object({ ...PageQuery, ...carerFilters });
export const CarersSheetQuery = SheetQuery(carerFilters);
export const PlainSheetQuery = SheetQuery({});

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
