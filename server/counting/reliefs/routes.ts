import { Type } from 'typebox';
import { whoIn } from '../../directory/index.ts';
import { type App, versionIn } from '../../platform/index.ts';
import { everyRow, sendSheet } from '../../platform/sheets/index.ts';
import { askRelief } from './actions/ask-relief.ts';
import { browseReliefs } from './actions/browse-reliefs.ts';
import { decideRelief } from './actions/decide-relief.ts';
import { reliefColumns } from './rules/relief-columns.ts';
import { AskRelief, DecideRelief, ReliefPage, ReliefsQuery, ReliefsSheetQuery } from './shapes.ts';

const Id = Type.String({ format: 'uuid' });

export function reliefsRoutes(app: App): void {
  app.get(
    '/api/v1/reliefs',
    {
      config: { access: 'reliefs.ask' },
      schema: {
        summary: 'Why less is asked of families in one’s reach: leaves and disabilities of carers',
        querystring: ReliefsQuery,
        response: { 200: ReliefPage },
      },
    },
    (request) => browseReliefs(request.district, whoIn(request), request.query, request.call),
  );
  app.get(
    '/api/v1/reliefs/sheet',
    {
      config: { access: 'reliefs.ask' },
      schema: { summary: 'The same as a spreadsheet (xlsx)', querystring: ReliefsSheetQuery },
    },
    async (request, reply) => {
      const { district, query, call } = request;
      const rows = await everyRow((page) =>
        browseReliefs(district, whoIn(request), { ...query, ...page }, call),
      );
      const title = call.language === 'zh' ? '请假与残疾' : 'Leave and disability';
      return sendSheet(request, reply, { title, columns: reliefColumns, rows });
    },
  );
  app.post(
    '/api/v1/reliefs',
    {
      config: { access: 'reliefs.ask' },
      schema: {
        summary: 'Write down a carer’s leave or disability, for a second person to look at',
        body: AskRelief,
        response: { 201: Type.Object({ id: Id }, { title: 'ReliefAsked' }) },
      },
    },
    async (request, reply) => {
      const { district, body, call } = request;
      return reply.code(201).send(await askRelief(district, whoIn(request), body, call));
    },
  );
  app.post(
    '/api/v1/reliefs/:id/decision',
    {
      config: { access: 'reliefs.decide' },
      schema: {
        summary: 'Approve or decline what a colleague wrote, or end what was approved',
        description: 'If-Match: its version. Refused to who wrote it. The carer is told.',
        params: Type.Object({ id: Id }),
        body: DecideRelief,
      },
    },
    async (request, reply) => {
      const { district, params, body, call } = request;
      const version = versionIn(request.headers['if-match']);
      await decideRelief(district, whoIn(request), { ...params, ...body, version }, call);
      return reply.code(204).send();
    },
  );
}
