import { whoIn } from '../../directory/index.ts';
import { type App, handOverSent } from '../../platform/index.ts';
import { everyRow, sendSheet } from '../../platform/sheets/index.ts';
import { boardView } from './board.ts';
import { dutyChartRoutes } from './chart-routes.ts';
import { clauseRoutes } from './clause-routes.ts';
import { answerKept } from './kept-views.ts';
import {
  DutyBoard,
  DutyBoardQuery,
  DutyBoardSheetQuery,
  DutyFacts,
  DutyFactsQuery,
  DutyParams,
  type DutyRow,
  DutyTaskPage,
  DutyTaskQuery,
  DutyTaskSheetQuery,
} from './shapes.ts';
import { boardSheetColumns, taskSheetColumns } from './sheet-columns.ts';
import { dutyCalled, showDutyFacts, showDutyTasks } from './tasks.ts';
import { showView } from './views.ts';

/** The filters of the page narrow its sheet too. */
function isAskedFor(row: DutyRow, { state, chapter, answers }: DutyBoardSheetQuery): boolean {
  return (
    (state === undefined || row.whole.state === state) &&
    (chapter === undefined || row.chapter.id === chapter) &&
    (answers === undefined || row.answers === answers)
  );
}

export function dutyBoardRoutes(app: App): void {
  dutyChartRoutes(app);
  clauseRoutes(app);
  app.get(
    '/api/v1/duty-board',
    {
      config: { access: 'duties.read' },
      schema: {
        summary: 'How far a place and the places below it are with each duty',
        querystring: DutyBoardQuery,
        response: { 200: DutyBoard },
      },
      onSend: handOverSent,
    },
    (request, reply) => answerKept(request, reply, boardView, request.query),
  );
  app.get(
    '/api/v1/duty-board/sheet',
    {
      config: { access: 'duties.read' },
      schema: { summary: 'The same as a spreadsheet (xlsx)', querystring: DutyBoardSheetQuery },
    },
    async (request, reply) => {
      const { district, query, call } = request;
      const board = await showView(district, whoIn(request), boardView, query, call);
      const title = call.language === 'zh' ? '任务进度' : 'Duties';
      return sendSheet(request, reply, {
        title,
        columns: boardSheetColumns(board),
        rows: board.rows.filter((row) => isAskedFor(row, query)),
      });
    },
  );
  app.get(
    '/api/v1/duties/:duty/tasks',
    {
      config: { access: 'duties.read' },
      schema: {
        summary: 'Whose tasks a duty has at a place, and how far each is',
        params: DutyParams,
        querystring: DutyTaskQuery,
        response: { 200: DutyTaskPage },
      },
    },
    (request) =>
      showDutyTasks(
        request.district,
        whoIn(request),
        dutyCalled(request.district.plan, request.params.duty),
        request.query,
        request.call,
      ),
  );
  app.get(
    '/api/v1/duties/:duty/tasks/sheet',
    {
      config: { access: 'duties.read' },
      schema: {
        summary: 'The same as a spreadsheet (xlsx)',
        params: DutyParams,
        querystring: DutyTaskSheetQuery,
      },
    },
    async (request, reply) => {
      const { district, params, query, call } = request;
      const duty = dutyCalled(district.plan, params.duty);
      const rows = await everyRow((page) =>
        showDutyTasks(district, whoIn(request), duty, { ...query, ...page }, call),
      );
      const title = duty.title[call.language];
      return sendSheet(request, reply, { title, columns: taskSheetColumns, rows });
    },
  );
  app.get(
    '/api/v1/duties/:duty/facts',
    {
      config: { access: 'duties.read' },
      schema: {
        summary: 'The facts that a task stands on',
        params: DutyParams,
        querystring: DutyFactsQuery,
        response: { 200: DutyFacts },
      },
    },
    (request) =>
      showDutyFacts(
        request.district,
        whoIn(request),
        dutyCalled(request.district.plan, request.params.duty),
        request.query,
        request.call,
      ),
  );
}
