import { whoIn } from '../../../directory/index.ts';
import type { App } from '../../../platform/index.ts';
import { SheetQuery, sendSheet } from '../../../platform/sheets/index.ts';
import { dropHelper, nameHelper, showHelpers } from '../actions/name-who-helps.ts';
import { recordPresence } from '../actions/record-presence.ts';
import { showExceptions } from '../actions/show-exceptions.ts';
import { showThanks } from '../actions/show-thanks.ts';
import { exceptionColumns, helperColumns } from '../rules/afterwards-columns.ts';
import {
  ByHelper,
  ById,
  Exceptions,
  Helpers,
  NewHelper,
  NewPresence,
  Presence,
  ThanksCard,
} from '../shapes.ts';

/** Confirming who came, who helped, and thanking them. */
export function afterwardsRoutes(app: App): void {
  confirmRoutes(app);
  helperRoutes(app);
  app.get(
    '/api/v1/activities/:id/my-thanks',
    {
      config: { access: 'activities.sign-up' },
      schema: {
        summary: 'The card that thanks me for speaking or helping',
        params: ById,
        response: { 200: ThanksCard },
      },
    },
    (request) => showThanks(request.district, whoIn(request), request.params.id),
  );
}

function confirmRoutes(app: App): void {
  app.get(
    '/api/v1/activities/:id/exceptions',
    {
      config: { access: 'activities.arrange' },
      schema: {
        summary: 'What to look at before confirming who came',
        params: ById,
        response: { 200: Exceptions },
      },
    },
    (request) => showExceptions(request.district, whoIn(request), request.params.id),
  );
  app.get(
    '/api/v1/activities/:id/exceptions/sheet',
    {
      config: { access: 'activities.arrange' },
      schema: {
        summary: 'The same as a spreadsheet (xlsx)',
        params: ById,
        querystring: SheetQuery({}),
      },
    },
    async (request, reply) => {
      const { district, params, call } = request;
      const { items: rows } = await showExceptions(district, whoIn(request), params.id);
      const title = call.language === 'zh' ? '到场例外' : 'Exceptions';
      return sendSheet(request, reply, { title, columns: exceptionColumns, rows });
    },
  );
  app.post(
    '/api/v1/activities/:id/presences',
    {
      config: { access: 'activities.arrange' },
      schema: {
        summary: 'Somebody was there whom no scan saw',
        params: ById,
        body: NewPresence,
        response: { 201: Presence },
      },
    },
    async (request, reply) => {
      const { district, params, body, call } = request;
      const asked = { ...body, activity: params.id };
      const attendance_id = await recordPresence(district, whoIn(request), asked, call);
      return reply.code(201).send({ attendance_id });
    },
  );
}

function helperRoutes(app: App): void {
  app.get(
    '/api/v1/activities/:id/helpers',
    {
      config: { access: 'activities.read' },
      schema: {
        summary: 'Who speaks, helps or stands at the door',
        params: ById,
        response: { 200: Helpers },
      },
    },
    (request) => showHelpers(request.district, whoIn(request), request.params.id),
  );
  app.get(
    '/api/v1/activities/:id/helpers/sheet',
    {
      config: { access: 'activities.read' },
      schema: {
        summary: 'The same as a spreadsheet (xlsx)',
        params: ById,
        querystring: SheetQuery({}),
      },
    },
    async (request, reply) => {
      const { district, params, call } = request;
      const { items: rows } = await showHelpers(district, whoIn(request), params.id);
      const title = call.language === 'zh' ? '协助人' : 'Helpers';
      return sendSheet(request, reply, { title, columns: helperColumns, rows });
    },
  );
  app.post(
    '/api/v1/activities/:id/helpers',
    {
      config: { access: 'activities.arrange' },
      schema: {
        summary: 'Name somebody who speaks, helps or stands at the door',
        params: ById,
        body: NewHelper,
        response: { 201: Helpers },
      },
    },
    async (request, reply) => {
      const { district, params, body, call } = request;
      await nameHelper(district, whoIn(request), { ...body, activity: params.id }, call);
      return reply.code(201).send(await showHelpers(district, whoIn(request), params.id));
    },
  );
  app.delete(
    '/api/v1/activities/:id/helpers/:person_id',
    {
      config: { access: 'activities.arrange' },
      schema: { summary: 'Take the naming back', params: ByHelper },
    },
    async (request, reply) => {
      const { district, params } = request;
      const asked = { activity: params.id, person: params.person_id };
      await dropHelper(district, whoIn(request), asked);
      return reply.code(204).send();
    },
  );
}
