import { whoIn } from '../../directory/index.ts';
import { type App, etagOf, versionIn } from '../../platform/index.ts';
import { everyRow, sendSheet } from '../../platform/sheets/index.ts';
import { askExcuse } from './actions/ask-excuse.ts';
import { browseExcuses, showExcuse } from './actions/browse-excuses.ts';
import { decideExcuse } from './actions/decide-excuse.ts';
import { withdrawExcuse } from './actions/withdraw-excuse.ts';
import type { ExcusesOptions } from './door-options.ts';
import { excuseColumns } from './rules/excuse-columns.ts';
import {
  AskExcuse,
  ById,
  DecideExcuse,
  ExcuseAsked,
  ExcuseChoices,
  ExcusePage,
  ExcuseRow,
  ExcusesQuery,
  ExcusesSheetQuery,
} from './shapes.ts';

export async function excusesRoutes(app: App, options: ExcusesOptions): Promise<void> {
  readingRoutes(app);
  app.post(
    '/api/v1/excuses',
    {
      config: { access: 'excuses.ask' },
      schema: {
        summary: 'Ask that a task be excused, or all of a duty at a place in one period',
        body: AskExcuse,
        response: { 201: ExcuseAsked },
      },
    },
    async (request, reply) => {
      const { district, body, call } = request;
      const asked = await askExcuse(district, whoIn(request), body, { options, call });
      return reply.code(201).send(asked);
    },
  );
  app.delete(
    '/api/v1/excuses/:id',
    {
      config: { access: 'excuses.ask' },
      schema: { summary: 'Withdraw what one asked, while nobody has decided', params: ById },
    },
    async (request, reply) => {
      const { district, params, call } = request;
      await withdrawExcuse(district, whoIn(request), params.id, call);
      return reply.code(204).send();
    },
  );
  app.post(
    '/api/v1/excuses/:id/decision',
    {
      config: { access: 'excuses.decide' },
      schema: {
        summary: 'Approve or decline an excuse, or take back one that was approved',
        description: 'If-Match: its version. Refused to who asked. Who asked is told.',
        params: ById,
        body: DecideExcuse,
      },
    },
    async (request, reply) => {
      const { district, params, body, call } = request;
      const version = versionIn(request.headers['if-match']);
      const decided = { ...params, ...body, version };
      await decideExcuse(district, whoIn(request), decided, { options, call });
      return reply.code(204).send();
    },
  );
}

function readingRoutes(app: App): void {
  app.get(
    '/api/v1/excuses',
    {
      config: { access: 'excuses.ask' },
      schema: {
        summary: 'Excuses in one’s reach, and what one asked',
        querystring: ExcusesQuery,
        response: { 200: ExcusePage },
      },
    },
    (request) => browseExcuses(request.district, whoIn(request), request.query, request.call),
  );
  app.get(
    '/api/v1/excuses/sheet',
    {
      config: { access: 'excuses.ask' },
      schema: { summary: 'The same as a spreadsheet (xlsx)', querystring: ExcusesSheetQuery },
    },
    async (request, reply) => {
      const { district, query, call } = request;
      const rows = await everyRow((page) =>
        browseExcuses(district, whoIn(request), { ...query, ...page }, call),
      );
      const title = call.language === 'zh' ? '事由免计' : 'Excuses';
      return sendSheet(request, reply, { title, columns: excuseColumns, rows });
    },
  );
  app.get(
    '/api/v1/excuses/choices',
    {
      config: { access: 'excuses.ask' },
      schema: {
        summary: 'For what the plan excuses, and in what other forms a thing may be done',
        response: { 200: ExcuseChoices },
      },
    },
    async ({ district: { plan } }) => ({
      reasons: plan.excuses.reasons.map(({ id, name, asks = null }) => ({ id, name, asks })),
      substitutes: plan.excuses.substitutes.map(({ id, name }) => ({ id, name })),
    }),
  );
  app.get(
    '/api/v1/excuses/:id',
    {
      config: { access: 'excuses.ask' },
      schema: { summary: 'One excuse', params: ById, response: { 200: ExcuseRow } },
    },
    async (request, reply) => {
      const { district, params, call } = request;
      const row = await showExcuse(district, whoIn(request), params.id, call);
      return reply.header('etag', etagOf(row.version)).send(row);
    },
  );
}
