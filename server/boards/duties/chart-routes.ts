import { whoIn } from '../../directory/index.ts';
import { type App, handOverSent } from '../../platform/index.ts';
import { sendSheet } from '../../platform/sheets/index.ts';
import { answerKept } from './kept-views.ts';
import { loadView } from './load.ts';
import {
  DutyLoad,
  DutyLoadQuery,
  DutyLoadSheetQuery,
  DutyTrend,
  DutyTrendQuery,
  DutyTrendSheetQuery,
} from './shapes-of-charts.ts';
import { loadSheetColumns, trendSheetColumns, weeksOf } from './sheets-of-charts.ts';
import { trendView } from './trend.ts';
import { showView } from './views.ts';

/** How the duties of a place grow, and who carries the work. */
export function dutyChartRoutes(app: App): void {
  app.get(
    '/api/v1/duty-trend',
    {
      config: { access: 'duties.read' },
      schema: {
        summary: 'How the duties of a place grew week by week, in this period and the one before',
        querystring: DutyTrendQuery,
        response: { 200: DutyTrend },
      },
      onSend: handOverSent,
    },
    (request, reply) => answerKept(request, reply, trendView(request.query), request.query),
  );
  app.get(
    '/api/v1/duty-trend/sheet',
    {
      config: { access: 'duties.read' },
      schema: { summary: 'The same as a spreadsheet (xlsx)', querystring: DutyTrendSheetQuery },
    },
    async (request, reply) => {
      const { district, query, call } = request;
      const trend = await showView(district, whoIn(request), trendView(query), query, call);
      const title = call.language === 'zh' ? '任务走势' : 'Duties week by week';
      return sendSheet(request, reply, {
        title,
        columns: trendSheetColumns,
        rows: weeksOf(trend),
      });
    },
  );
  app.get(
    '/api/v1/duty-load',
    {
      config: { access: 'duties.read' },
      schema: {
        summary: 'Which share of a term’s events each tier carries, and who has held none',
        querystring: DutyLoadQuery,
        response: { 200: DutyLoad },
      },
      onSend: handOverSent,
    },
    (request, reply) => answerKept(request, reply, loadView, request.query),
  );
  app.get(
    '/api/v1/duty-load/sheet',
    {
      config: { access: 'duties.read' },
      schema: { summary: 'The same as a spreadsheet (xlsx)', querystring: DutyLoadSheetQuery },
    },
    async (request, reply) => {
      const { district, query, call } = request;
      const load = await showView(district, whoIn(request), loadView, query, call);
      const title = call.language === 'zh' ? '活动由谁承担' : 'Who carries the work';
      return sendSheet(request, reply, {
        title,
        columns: loadSheetColumns(load),
        rows: load.hosts,
      });
    },
  );
}
