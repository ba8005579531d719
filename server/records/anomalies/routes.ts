import { whoIn } from '../../directory/index.ts';
import { type App, etagOf, versionIn } from '../../platform/index.ts';
import { everyRow, sendSheet } from '../../platform/sheets/index.ts';
import { browseAnomalies } from './actions/browse-anomalies.ts';
import { lookInto } from './actions/look-into.ts';
import { showAnomaly } from './actions/show-anomaly.ts';
import { anomalyColumns } from './rules/anomaly-columns.ts';
import {
  AnomaliesQuery,
  AnomaliesSheetQuery,
  AnomalyFile,
  AnomalyPage,
  ById,
  LookIntoAnomaly,
} from './shapes.ts';

export async function anomaliesRoutes(app: App): Promise<void> {
  app.get(
    '/api/v1/anomalies',
    {
      config: { access: 'anomalies.look' },
      schema: {
        summary: 'Records of the events in one’s reach that look unlikely: hints, no verdicts',
        querystring: AnomaliesQuery,
        response: { 200: AnomalyPage },
      },
    },
    (request) => browseAnomalies(request.district, whoIn(request), request.query),
  );
  app.get(
    '/api/v1/anomalies/sheet',
    {
      config: { access: 'anomalies.look' },
      schema: {
        summary: 'The same as a spreadsheet (xlsx)',
        querystring: AnomaliesSheetQuery,
      },
    },
    async (request, reply) => {
      const { district, query, call } = request;
      const rows = await everyRow((page) =>
        browseAnomalies(district, whoIn(request), { ...query, ...page }),
      );
      const title = call.language === 'zh' ? '异常线索' : 'Unlikely records';
      return sendSheet(request, reply, { title, columns: anomalyColumns, rows });
    },
  );
  app.get(
    '/api/v1/anomalies/:id',
    {
      config: { access: 'anomalies.look' },
      schema: {
        summary: 'One of them with its evidence; a look at people’s is written down for them',
        params: ById,
        response: { 200: AnomalyFile },
      },
    },
    async (request, reply) => {
      const { district, params, call } = request;
      const file = await showAnomaly(district, whoIn(request), params.id, call);
      return reply.header('etag', etagOf(file.version)).send(file);
    },
  );
  app.post(
    '/api/v1/anomalies/:id/finding',
    {
      config: { access: 'anomalies.look' },
      schema: {
        summary: 'Write what one found; nothing else follows from it (If-Match: its version)',
        params: ById,
        body: LookIntoAnomaly,
        response: { 200: AnomalyFile },
      },
    },
    async (request, reply) => {
      const { district, params, body, call } = request;
      const version = versionIn(request.headers['if-match']);
      await lookInto(district, whoIn(request), { ...params, ...body, version }, call);
      const file = await showAnomaly(district, whoIn(request), params.id, call);
      return reply.header('etag', etagOf(file.version)).send(file);
    },
  );
}
