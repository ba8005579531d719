import type { App, Words } from '../platform/index.ts';
import { everyRow, sendSheet } from '../platform/sheets/index.ts';
import { type Capability, capabilities, whoIn } from './access/index.ts';
import { browseCarers, browseStaff, browseStudents, showOrganisation } from './actions/browse.ts';
import {
  ById,
  CarersSheetQuery,
  PlainSheetQuery,
  StaffSheetQuery,
  StudentsSheetQuery,
} from './shapes.ts';
import {
  accessColumns,
  carerColumns,
  organisationColumns,
  staffColumns,
  studentColumns,
} from './sheets.ts';

const titles = {
  students: { zh: '学生', en: 'Students' },
  staff: { zh: '教职工', en: 'Staff' },
  carers: { zh: '家长', en: 'Carers' },
  access: { zh: '权限表', en: 'Who may do what' },
} as const satisfies Record<string, Words>;

/** The directory's lists as spreadsheets: the same filters, the same reach, all of their rows. */
export function directorySheetRoutes(app: App): void {
  peopleSheets(app);
  app.get(
    '/api/v1/organisations/:id/sheet',
    {
      config: { access: 'organisations.read' },
      schema: {
        summary: 'What lies below an organisation, as a spreadsheet (xlsx)',
        params: ById,
        querystring: PlainSheetQuery,
      },
    },
    async (request, reply) => {
      const { district, params } = request;
      const { organisation, below } = await showOrganisation(district, whoIn(request), params.id);
      const sheet = { title: organisation.name, columns: organisationColumns, rows: below };
      return sendSheet(request, reply, sheet);
    },
  );
  app.get(
    '/api/v1/access-matrix/sheet',
    {
      config: { access: 'access.read' },
      schema: {
        summary: 'Who may do what, as a spreadsheet (xlsx)',
        querystring: PlainSheetQuery,
      },
    },
    (request, reply) => {
      const title = titles.access[request.call.language];
      const rows = Object.keys(capabilities) as Capability[];
      return sendSheet(request, reply, { title, columns: accessColumns, rows });
    },
  );
}

function peopleSheets(app: App): void {
  app.get(
    '/api/v1/students/sheet',
    {
      config: { access: 'students.read' },
      schema: {
        summary: 'Students in reach, as a spreadsheet (xlsx)',
        querystring: StudentsSheetQuery,
      },
    },
    async (request, reply) => {
      const { district, query, call } = request;
      const rows = await everyRow((page) =>
        browseStudents(district, whoIn(request), { ...query, ...page }),
      );
      const title = titles.students[call.language];
      return sendSheet(request, reply, { title, columns: studentColumns, rows });
    },
  );
  app.get(
    '/api/v1/staff/sheet',
    {
      config: { access: 'people.read' },
      schema: {
        summary: 'Staff in reach, as a spreadsheet (xlsx)',
        querystring: StaffSheetQuery,
      },
    },
    async (request, reply) => {
      const { district, query, call } = request;
      const rows = await everyRow((page) =>
        browseStaff(district, whoIn(request), { ...query, ...page }),
      );
      return sendSheet(request, reply, {
        title: titles.staff[call.language],
        columns: staffColumns,
        rows,
      });
    },
  );
  app.get(
    '/api/v1/carers/sheet',
    {
      config: { access: 'students.read' },
      schema: {
        summary: 'Carers of children in reach, as a spreadsheet (xlsx)',
        querystring: CarersSheetQuery,
      },
    },
    async (request, reply) => {
      const { district, query, call } = request;
      const rows = await everyRow((page) =>
        browseCarers(district, whoIn(request), { ...query, ...page }),
      );
      return sendSheet(request, reply, {
        title: titles.carers[call.language],
        columns: carerColumns,
        rows,
      });
    },
  );
}
