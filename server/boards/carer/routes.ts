import { Type } from 'typebox';
import { whoIn } from '../../directory/index.ts';
import { type App, PageQuery } from '../../platform/index.ts';
import { everyRow, SheetQuery, sendSheet } from '../../platform/sheets/index.ts';
import { showEntries, showEntryProof } from './entries.ts';
import { entryColumns } from './entry-columns.ts';
import { showExplainedEntry, showExplainedTotal } from './explained.ts';
import { showHome } from './home.ts';
import { showMyPoints } from './points.ts';
import { CarerHome, CarerPoints, EntryProof, PointEntries } from './shapes.ts';
import { ExplainedEntry, ExplainedTotal } from './shapes-explained.ts';

export function carerBoardRoutes(app: App): void {
  explainRoutes(app);
  app.get(
    '/api/v1/carer/home',
    {
      config: { access: 'points.read' },
      schema: { summary: 'What a carer sees first', response: { 200: CarerHome } },
    },
    (request) => showHome(request.district, whoIn(request)),
  );
  app.get(
    '/api/v1/carer/points',
    {
      config: { access: 'points.read' },
      schema: { summary: 'My points, child by child', response: { 200: CarerPoints } },
    },
    (request) => showMyPoints(request.district, whoIn(request), request.call),
  );
  app.get(
    '/api/v1/carers/:id/points',
    {
      config: { access: 'points.read' },
      schema: {
        summary: 'A carer’s entries with their reasons',
        params: Type.Object({ id: Type.String({ format: 'uuid' }) }),
        querystring: Type.Object(PageQuery),
        response: { 200: PointEntries },
      },
    },
    (request) => {
      const asked = { carer: request.params.id, ...request.query };
      return showEntries(request.district, whoIn(request), asked, request.call);
    },
  );
  app.get(
    '/api/v1/carers/:id/points/:sequence/proof',
    {
      config: { access: 'points.read' },
      schema: {
        summary: 'That an entry stands in the signed ledger (RFC 6962)',
        params: Type.Object({
          id: Type.String({ format: 'uuid' }),
          sequence: Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }),
        }),
        response: { 200: EntryProof },
      },
    },
    (request) => {
      const { id, sequence } = request.params;
      return showEntryProof(
        request.district,
        whoIn(request),
        { carer: id, sequence },
        request.call,
      );
    },
  );
  app.get(
    '/api/v1/carers/:id/points/sheet',
    {
      config: { access: 'points.read' },
      schema: {
        summary: 'The same as a spreadsheet (xlsx)',
        params: Type.Object({ id: Type.String({ format: 'uuid' }) }),
        querystring: SheetQuery({}),
      },
    },
    async (request, reply) => {
      const { district, params, call } = request;
      let name = '';
      const rows = await everyRow(async (page) => {
        const asked = { carer: params.id, ...page };
        const entries = await showEntries(district, whoIn(request), asked, call);
        name = entries.carer.name;
        return entries;
      });
      const title = call.language === 'zh' ? `${name}的积分明细` : `Points of ${name}`;
      return sendSheet(request, reply, { title, columns: entryColumns, rows });
    },
  );
}

const ById = Type.Object({ id: Type.String({ format: 'uuid' }) });

function explainRoutes(app: App): void {
  app.get(
    '/api/v1/carers/:id/points/sums',
    {
      config: { access: 'points.read' },
      schema: {
        summary: 'How a carer’s total comes about: by term and rule, with the limits that bit',
        params: ById,
        response: { 200: ExplainedTotal },
      },
    },
    (request) =>
      showExplainedTotal(request.district, whoIn(request), request.params.id, request.call),
  );
  app.get(
    '/api/v1/carers/:id/points/:sequence',
    {
      config: { access: 'points.read' },
      schema: {
        summary: 'The chain behind an entry: clause, rule, fact, record, who confirmed it',
        params: Type.Object({
          ...ById.properties,
          sequence: Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }),
        }),
        response: { 200: ExplainedEntry },
      },
    },
    (request) => {
      const { id, sequence } = request.params;
      const asked = { carer: id, sequence };
      return showExplainedEntry(request.district, whoIn(request), asked, request.call);
    },
  );
}
