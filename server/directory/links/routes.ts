import { Type } from 'typebox';
import type { App } from '../../platform/index.ts';
import { everyRow, sendSheet } from '../../platform/sheets/index.ts';
import { nobody, whoIn } from '../access/index.ts';
import { askForLink } from './actions/ask-for-link.ts';
import { decideLink } from './actions/decide-link.ts';
import { endLink } from './actions/end-link.ts';
import { seeDecisions } from './actions/see-decisions.ts';
import { showLinks, showOwnLink } from './actions/show-links.ts';
import type { LinksOptions } from './door-options.ts';
import { linkColumns } from './rules/link-columns.ts';
import {
  ById,
  LinkDecided,
  LinkDecision,
  LinkRequest,
  LinkRequestPage,
  LinkRequestQuery,
  LinkRequestSheetQuery,
  LinkWanted,
  Schools,
  StudentAndCarer,
} from './shapes.ts';
import { listSchools } from './store.ts';

export async function linksRoutes(app: App, options: LinksOptions): Promise<void> {
  app.get(
    '/api/v1/schools',
    {
      config: { access: 'public' },
      schema: { summary: 'Schools and kindergartens, to choose from', response: { 200: Schools } },
    },
    async (request) => ({ items: await request.district.database.read(nobody, listSchools) }),
  );
  askingRoutes(app);
  seenRoute(app, options);
  decidingRoutes(app, options);
}

function askingRoutes(app: App): void {
  app.post(
    '/api/v1/link-requests',
    {
      config: { access: 'links.ask' },
      schema: {
        summary: 'Ask a school to link one’s child',
        body: LinkWanted,
        response: { 201: LinkRequest },
      },
    },
    async (request, reply) => {
      const { district, body, call } = request;
      const id = await askForLink(district, whoIn(request), body, call);
      return reply.code(201).send(await showOwnLink(district, whoIn(request), id));
    },
  );
  app.get(
    '/api/v1/link-requests',
    {
      config: { access: 'signed-in' },
      schema: {
        summary: 'Requests to one’s school, for those who decide; else one’s own',
        querystring: LinkRequestQuery,
        response: { 200: LinkRequestPage },
      },
    },
    (request) => showLinks(request.district, whoIn(request), request.query),
  );
}

function seenRoute(app: App, { settle }: LinksOptions): void {
  app.post(
    '/api/v1/link-requests/seen',
    {
      config: { access: 'signed-in' },
      schema: {
        summary: 'I have seen what was decided on my requests',
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      await seeDecisions(request.district, whoIn(request), { settle, call: request.call });
      return reply.code(204).send(null);
    },
  );
}

function decidingRoutes(app: App, { tell }: LinksOptions): void {
  app.get(
    '/api/v1/link-requests/sheet',
    {
      config: { access: 'links.decide' },
      schema: {
        summary: 'Requests to one’s school, as a spreadsheet (xlsx)',
        querystring: LinkRequestSheetQuery,
      },
    },
    async (request, reply) => {
      const { district, query, call } = request;
      const rows = await everyRow((page) =>
        showLinks(district, whoIn(request), { ...query, ...page, own: false }),
      );
      const title = call.language === 'zh' ? '家长关联申请' : 'Link requests';
      return sendSheet(request, reply, { title, columns: linkColumns, rows });
    },
  );
  app.post(
    '/api/v1/link-requests/:id/decision',
    {
      config: { access: 'links.decide' },
      schema: {
        summary: 'Confirm a request for a child, or decline it',
        params: ById,
        body: LinkDecision,
        response: { 200: LinkDecided },
      },
    },
    (request) => {
      const { district, params, body, call } = request;
      return decideLink(district, whoIn(request), params.id, { ...body, tell, call });
    },
  );
  app.delete(
    '/api/v1/students/:id/carers/:carer_id',
    {
      config: { access: 'links.decide' },
      schema: {
        summary: 'End the link of a carer and a child',
        params: StudentAndCarer,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      const { id: student, carer_id: carer } = request.params;
      await endLink(request.district, whoIn(request), { student, carer }, request.call);
      return reply.code(204).send(null);
    },
  );
}
