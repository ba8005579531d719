import { Type } from 'typebox';
import { whoIn } from '../../directory/index.ts';
import { type App, versionIn } from '../../platform/index.ts';
import { everyRow, sendSheet } from '../../platform/sheets/index.ts';
import { decideRecalculation } from './actions/decide-recalculation.ts';
import { orderRecalculation } from './actions/order-recalculation.ts';
import {
  browseLines,
  browseRecalculations,
  showRecalculation,
} from './actions/show-recalculations.ts';
import { lineColumns } from './rules/line-columns.ts';
import {
  DecideRecalculation,
  LinesQuery,
  LinesSheetQuery,
  OrderRecalculation,
  Recalculation,
  RecalculationLines,
  Recalculations,
} from './shapes.ts';

const Id = Type.String({ format: 'uuid' });
const ById = Type.Object({ id: Id });

export function recalculationsRoutes(app: App): void {
  orderRoutes(app);
  listRoutes(app);
}

function orderRoutes(app: App): void {
  app.get(
    '/api/v1/recalculations',
    {
      config: { access: 'rules.recalculate' },
      schema: {
        summary: 'Past points counted anew, as ordered',
        response: { 200: Recalculations },
      },
    },
    async (request) => ({ items: await browseRecalculations(request.district, whoIn(request)) }),
  );
  app.post(
    '/api/v1/recalculations',
    {
      config: { access: 'rules.recalculate' },
      schema: {
        summary: 'Order that deeds of the past count by another wording of rules',
        description: 'Changes nothing before a second officer has confirmed the list.',
        body: OrderRecalculation,
        response: { 201: Type.Object({ id: Id }, { title: 'RecalculationOrdered' }) },
      },
    },
    async (request, reply) => {
      const { district, body, call } = request;
      return reply.code(201).send(await orderRecalculation(district, whoIn(request), body, call));
    },
  );
  app.get(
    '/api/v1/recalculations/:id',
    {
      config: { access: 'rules.recalculate' },
      schema: {
        summary: 'A recalculation and how it stands',
        params: ById,
        response: { 200: Recalculation },
      },
    },
    (request) => showRecalculation(request.district, whoIn(request), request.params.id),
  );
  app.post(
    '/api/v1/recalculations/:id/decision',
    {
      config: { access: 'rules.recalculate' },
      schema: {
        summary: 'Confirm the list, as a second officer, or withdraw the order',
        description:
          'If-Match: its version. Once confirmed it is carried out and families are told.',
        params: ById,
        body: DecideRecalculation,
      },
    },
    async (request, reply) => {
      const { district, params, body, call } = request;
      const version = versionIn(request.headers['if-match']);
      await decideRecalculation(district, whoIn(request), { ...params, ...body, version }, call);
      return reply.code(204).send();
    },
  );
}

function listRoutes(app: App): void {
  app.get(
    '/api/v1/recalculations/:id/lines',
    {
      config: { access: 'rules.recalculate' },
      schema: {
        summary: 'Everybody whose points change, before and after',
        params: ById,
        querystring: LinesQuery,
        response: { 200: RecalculationLines },
      },
    },
    (request) =>
      browseLines(request.district, whoIn(request), { ...request.params, ...request.query }),
  );
  app.get(
    '/api/v1/recalculations/:id/lines/sheet',
    {
      config: { access: 'rules.recalculate' },
      schema: {
        summary: 'The same as a spreadsheet (xlsx)',
        params: ById,
        querystring: LinesSheetQuery,
      },
    },
    async (request, reply) => {
      const { district, params, call } = request;
      const rows = await everyRow((page) =>
        browseLines(district, whoIn(request), { ...params, ...page }),
      );
      const title = call.language === 'zh' ? '重新计算名单' : 'Points counted anew';
      return sendSheet(request, reply, { title, columns: lineColumns, rows });
    },
  );
}
