import type { FastifyRequest } from 'fastify';
import { whoIn } from '../../../directory/index.ts';
import { type App, etagOf, versionIn } from '../../../platform/index.ts';
import { everyRow, sendSheet } from '../../../platform/sheets/index.ts';
import { browseActivities } from '../actions/browse-activities.ts';
import { browseRegistrations, exportRegistrations } from '../actions/browse-registrations.ts';
import { cancelActivity } from '../actions/cancel-activity.ts';
import { changeActivity } from '../actions/change-activity.ts';
import { copyActivity } from '../actions/copy-activity.ts';
import { createActivity } from '../actions/create-activity.ts';
import { finishActivity } from '../actions/finish-activity.ts';
import { publishActivity } from '../actions/publish-activity.ts';
import { showActivity } from '../actions/show-activity.ts';
import { showClashes } from '../actions/show-clashes.ts';
import type { ActivitiesOptions } from '../door-options.ts';
import { activityColumns } from '../rules/activity-columns.ts';
import {
  ActivitiesQuery,
  ActivitiesSheetQuery,
  ActivityChange,
  ActivityCopies,
  ActivityDetail,
  ActivityPage,
  ById,
  CancelActivity,
  Clashes,
  CopyActivity,
  NewActivity,
  RegistrationPage,
  RegistrationsQuery,
  RegistrationsSheetQuery,
} from '../shapes.ts';

/** What those do who arrange activities. */
export function deskRoutes(app: App, { worthOf, alsoCopy }: ActivitiesOptions): void {
  const shown = (request: FastifyRequest, id: string) =>
    showActivity(request.district, whoIn(request), id, request.call, worthOf);

  app.get(
    '/api/v1/activities',
    {
      config: { access: 'activities.read' },
      schema: {
        summary: 'Activities of the hosts in reach, drafts included',
        querystring: ActivitiesQuery,
        response: { 200: ActivityPage },
      },
    },
    (request) => browseActivities(request.district, whoIn(request), request.query),
  );
  app.post(
    '/api/v1/activities',
    {
      config: { access: 'activities.arrange' },
      schema: {
        summary: 'Draft an activity',
        body: NewActivity,
        response: { 201: ActivityDetail },
      },
    },
    async (request, reply) => {
      const { district, body, call } = request;
      const { id } = await createActivity(district, whoIn(request), body, call);
      const made = await shown(request, id);
      return reply.code(201).header('etag', etagOf(made.version)).send(made);
    },
  );
  app.get(
    '/api/v1/activities/:id',
    {
      config: { access: 'signed-in' },
      schema: {
        summary: 'An activity: for its host with counts, for a carer with the own registration',
        params: ById,
        response: { 200: ActivityDetail },
      },
    },
    async (request, reply) => {
      const activity = await shown(request, request.params.id);
      return reply.header('etag', etagOf(activity.version)).send(activity);
    },
  );
  app.post(
    '/api/v1/activities/:id/copies',
    {
      config: { access: 'activities.arrange' },
      schema: {
        summary: 'Draft the same activity on other days',
        params: ById,
        body: CopyActivity,
        response: { 201: ActivityCopies },
      },
    },
    async (request, reply) => {
      const { district, params, body, call } = request;
      const asked = { id: params.id, days: body.days };
      const copies = await copyActivity(district, whoIn(request), asked, call, alsoCopy);
      return reply.code(201).send(copies);
    },
  );
  app.get(
    '/api/v1/activities/:id/clashes',
    {
      config: { access: 'activities.read' },
      schema: {
        summary: 'What else the same families are invited to at that time',
        params: ById,
        response: { 200: Clashes },
      },
    },
    (request) => showClashes(request.district, whoIn(request), request.params.id),
  );
  app.patch(
    '/api/v1/activities/:id',
    {
      config: { access: 'activities.arrange' },
      schema: {
        summary: 'Change an activity (If-Match: its version); those registered are told',
        params: ById,
        body: ActivityChange,
        response: { 200: ActivityDetail },
      },
    },
    async (request, reply) => {
      const { district, body: change, call, params } = request;
      const version = versionIn(request.headers['if-match']);
      await changeActivity(district, whoIn(request), { id: params.id, version, change }, call);
      const changed = await shown(request, params.id);
      return reply.header('etag', etagOf(changed.version)).send(changed);
    },
  );
  stateRoutes(app, shown);
  listRoutes(app);
}

type Shown = (request: FastifyRequest, id: string) => Promise<ActivityDetail>;

function stateRoutes(app: App, shown: Shown): void {
  app.post(
    '/api/v1/activities/:id/publish',
    {
      config: { access: 'activities.arrange' },
      schema: { summary: 'Publish an activity', params: ById, response: { 200: ActivityDetail } },
    },
    async (request) => {
      const { district, params, call } = request;
      await publishActivity(district, whoIn(request), params.id, call);
      return shown(request, params.id);
    },
  );
  app.post(
    '/api/v1/activities/:id/cancel',
    {
      config: { access: 'activities.arrange' },
      schema: {
        summary: 'Call an activity off; those registered are told why',
        params: ById,
        body: CancelActivity,
        response: { 200: ActivityDetail },
      },
    },
    async (request) => {
      const { district, params, body, call } = request;
      await cancelActivity(district, whoIn(request), { id: params.id, reason: body.reason }, call);
      return shown(request, params.id);
    },
  );
  app.post(
    '/api/v1/activities/:id/finish',
    {
      config: { access: 'activities.arrange' },
      schema: {
        summary: 'Confirm the end; who was not checked out stayed until the planned end',
        params: ById,
        response: { 200: ActivityDetail },
      },
    },
    async (request) => {
      const { district, params, call } = request;
      await finishActivity(district, whoIn(request), params.id, call);
      return shown(request, params.id);
    },
  );
}

function listRoutes(app: App): void {
  app.get(
    '/api/v1/activities/:id/registrations',
    {
      config: { access: 'activities.read' },
      schema: {
        summary: 'Households registered or waiting, with attendance',
        params: ById,
        querystring: RegistrationsQuery,
        response: { 200: RegistrationPage },
      },
    },
    (request) => {
      const { district, params, query } = request;
      return browseRegistrations(district, whoIn(request), { ...query, activity: params.id });
    },
  );
  app.get(
    '/api/v1/activities/:id/registrations/sheet',
    {
      config: { access: 'activities.read' },
      schema: {
        summary: 'The same as a spreadsheet (xlsx), a line a carer',
        params: ById,
        querystring: RegistrationsSheetQuery,
      },
    },
    async (request, reply) => {
      const { district, params, query } = request;
      const asked = { ...query, activity: params.id };
      return sendSheet(request, reply, await exportRegistrations(district, whoIn(request), asked));
    },
  );
  app.get(
    '/api/v1/activities/sheet',
    {
      config: { access: 'activities.read' },
      schema: {
        summary: 'Activities of the hosts in reach, as a spreadsheet (xlsx)',
        querystring: ActivitiesSheetQuery,
      },
    },
    async (request, reply) => {
      const { district, query, call } = request;
      const rows = await everyRow((page) =>
        browseActivities(district, whoIn(request), { ...query, ...page }),
      );
      const title = call.language === 'zh' ? '活动' : 'Activities';
      return sendSheet(request, reply, { title, columns: activityColumns, rows });
    },
  );
}
