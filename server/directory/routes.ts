import type { App } from '../platform/index.ts';
import { capabilities, matrix, type Role, roles, whoIn } from './access/index.ts';
import { browseCarers, browseStaff, browseStudents, showOrganisation } from './actions/browse.ts';
import { openStudent, showStudentReads } from './actions/open-student.ts';
import {
  AccessMatrix,
  ById,
  CarerPage,
  CarersQuery,
  OrganisationDetail,
  StaffPage,
  StaffQuery,
  StudentDetail,
  StudentPage,
  StudentReads,
  StudentsQuery,
} from './shapes.ts';
import { directorySheetRoutes } from './sheet-routes.ts';

export function directoryRoutes(app: App): void {
  organisationRoutes(app);
  studentRoutes(app);
  directorySheetRoutes(app);
  app.get(
    '/api/v1/staff',
    {
      config: { access: 'people.read' },
      schema: {
        summary: 'Staff in reach',
        querystring: StaffQuery,
        response: { 200: StaffPage },
      },
    },
    async (request) => {
      const { district, query } = request;
      const { items, ...rest } = await browseStaff(district, whoIn(request), query);
      return {
        ...rest,
        items: items.map(({ post_id: _, role, ...row }) => ({
          ...row,
          role,
          role_name: roles[role as Role],
        })),
      };
    },
  );
  app.get(
    '/api/v1/carers',
    {
      config: { access: 'students.read' },
      schema: {
        summary: 'Carers of children in reach',
        querystring: CarersQuery,
        response: { 200: CarerPage },
      },
    },
    (request) => browseCarers(request.district, whoIn(request), request.query),
  );
  app.get(
    '/api/v1/access-matrix',
    {
      config: { access: 'access.read' },
      schema: { summary: 'Who may do what', response: { 200: AccessMatrix } },
    },
    () => accessMatrix(),
  );
}

function organisationRoutes(app: App): void {
  app.get(
    '/api/v1/organisations',
    {
      config: { access: 'organisations.read' },
      schema: { summary: 'The top of what one may see', response: { 200: OrganisationDetail } },
    },
    (request) => showOrganisation(request.district, whoIn(request), undefined),
  );
  app.get(
    '/api/v1/organisations/:id',
    {
      config: { access: 'organisations.read' },
      schema: { summary: 'An organisation', params: ById, response: { 200: OrganisationDetail } },
    },
    (request) => showOrganisation(request.district, whoIn(request), request.params.id),
  );
}

function studentRoutes(app: App): void {
  app.get(
    '/api/v1/students',
    {
      config: { access: 'students.read' },
      schema: {
        summary: 'Students in reach',
        querystring: StudentsQuery,
        response: { 200: StudentPage },
      },
    },
    (request) => browseStudents(request.district, whoIn(request), request.query),
  );
  app.get(
    '/api/v1/students/:id',
    {
      config: { access: 'students.read' },
      schema: {
        summary: 'A student’s page; the look is logged for the family',
        params: ById,
        response: { 200: StudentDetail },
      },
    },
    (request) => openStudent(request.district, whoIn(request), request.params.id, request.call),
  );
  app.get(
    '/api/v1/students/:id/reads',
    {
      config: { access: 'students.read' },
      schema: {
        summary: 'Who looked at a child’s file',
        params: ById,
        response: { 200: StudentReads },
      },
    },
    (request) => showStudentReads(request.district, whoIn(request), request.params.id),
  );
}

/** The matrix as the desk shows it: a row a capability, a column a role. */
function accessMatrix() {
  const roleNames = Object.keys(roles) as Role[];
  return {
    roles: roleNames.map((id) => ({ id, ...roles[id] })),
    capabilities: Object.entries(capabilities).map(([id, words]) => ({
      id,
      ...words,
      reach: Object.fromEntries(
        roleNames.flatMap((role) => {
          const reach = matrix[role][id as keyof typeof capabilities];
          return reach ? [[role, reach]] : [];
        }),
      ),
    })),
  };
}
