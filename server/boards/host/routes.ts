import { whoIn } from '../../directory/index.ts';
import type { App } from '../../platform/index.ts';
import { everyRow, sendSheet } from '../../platform/sheets/index.ts';
import { showBoard } from './board.ts';
import { boardColumns } from './board-columns.ts';
import { BoardPage, BoardQuery, BoardSheetQuery } from './shapes.ts';

export function hostBoardRoutes(app: App): void {
  app.get(
    '/api/v1/host-board',
    {
      config: { access: 'activities.read' },
      schema: {
        summary: 'Events of the hosts in reach, with what each still lacks',
        querystring: BoardQuery,
        response: { 200: BoardPage },
      },
    },
    (request) => showBoard(request.district, whoIn(request), request.query, request.call),
  );
  app.get(
    '/api/v1/host-board/sheet',
    {
      config: { access: 'activities.read' },
      schema: { summary: 'The same as a spreadsheet (xlsx)', querystring: BoardSheetQuery },
    },
    async (request, reply) => {
      const { district, query, call } = request;
      const rows = await everyRow((page) =>
        showBoard(district, whoIn(request), { ...query, ...page }, call),
      );
      const title = call.language === 'zh' ? '近期活动' : 'Coming events';
      return sendSheet(request, reply, { title, columns: boardColumns, rows });
    },
  );
}
