import { whoIn } from '../../../directory/index.ts';
import { type App, etagOf, versionIn } from '../../../platform/index.ts';
import { checkInCarer } from '../actions/check-in-carer.ts';
import { showChildrenWhoCame, tickChildren } from '../actions/children-who-came.ts';
import { correctAttendance, showAttendance } from '../actions/correct-attendance.ts';
import { showHallCode, showMyCode } from '../actions/show-codes.ts';
import {
  AttendanceCorrectionShape,
  AttendanceDetail,
  ById,
  CheckedIn,
  CheckIn,
  ChildrenWhoCame,
  HallCodeShape,
  MyCode,
  TickChildren,
} from '../shapes.ts';

/** What happens at the door on the day, and putting it right afterwards. */
export function doorRoutes(app: App): void {
  codeRoutes(app);
  app.post(
    '/api/v1/activities/:id/check-ins',
    {
      config: { access: 'activities.check-in' },
      schema: {
        summary: 'Check a carer in or out, by the scanned pass or by name',
        params: ById,
        body: CheckIn,
        response: { 200: CheckedIn },
      },
    },
    (request) => {
      const { district, params, body, call } = request;
      return checkInCarer(district, whoIn(request), { ...body, activity: params.id }, call);
    },
  );
  childrenRoutes(app);
  correctionRoutes(app);
}

function childrenRoutes(app: App): void {
  app.get(
    '/api/v1/attendances/:id/children',
    {
      config: { access: 'activities.check-in' },
      schema: {
        summary: 'Which children came with a carer',
        params: ById,
        response: { 200: ChildrenWhoCame },
      },
    },
    async (request, reply) => {
      const { district, params } = request;
      const came = await showChildrenWhoCame(district, whoIn(request), params.id);
      return reply.header('etag', etagOf(came.version)).send(came);
    },
  );
  app.put(
    '/api/v1/attendances/:id/children',
    {
      config: { access: 'activities.check-in' },
      schema: {
        summary:
          'Say which children came with a carer, while no minutes stand (If-Match: the version)',
        params: ById,
        body: TickChildren,
        response: { 200: ChildrenWhoCame },
      },
    },
    async (request, reply) => {
      const { district, params, body } = request;
      const version = versionIn(request.headers['if-match']);
      const asked = { attendance: params.id, students: body.student_ids, version };
      const came = await tickChildren(district, whoIn(request), asked);
      return reply.header('etag', etagOf(came.version)).send(came);
    },
  );
}

function codeRoutes(app: App): void {
  app.get(
    '/api/v1/activities/:id/my-code',
    {
      config: { access: 'activities.sign-up' },
      schema: { summary: 'My pass, for staff to scan', params: ById, response: { 200: MyCode } },
    },
    (request) => showMyCode(request.district, whoIn(request), request.params.id, request.call),
  );
  app.get(
    '/api/v1/activities/:id/hall-code',
    {
      config: { access: 'activities.check-in' },
      schema: {
        summary: 'The rotating code for the hall’s screen',
        params: ById,
        response: { 200: HallCodeShape },
      },
    },
    (request) => showHallCode(request.district, whoIn(request), request.params.id, request.call),
  );
}

function correctionRoutes(app: App): void {
  app.get(
    '/api/v1/attendances/:id',
    {
      config: { access: 'activities.check-in' },
      schema: {
        summary: 'An attendance with its corrections',
        params: ById,
        response: { 200: AttendanceDetail },
      },
    },
    (request) => showAttendance(request.district, whoIn(request), request.params.id),
  );
  app.post(
    '/api/v1/attendances/:id/corrections',
    {
      config: { access: 'activities.correct' },
      schema: {
        summary: 'Put an attendance right, or take it back with 0 minutes',
        params: ById,
        body: AttendanceCorrectionShape,
        response: { 201: AttendanceDetail },
      },
    },
    async (request, reply) => {
      const { district, params, body, call } = request;
      const asked = { ...body, attendance: params.id };
      return reply.code(201).send(await correctAttendance(district, whoIn(request), asked, call));
    },
  );
}
