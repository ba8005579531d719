import { whoIn } from '../../directory/index.ts';
import type { App } from '../../platform/index.ts';
import { sendSheet } from '../../platform/sheets/index.ts';
import { showClauses } from './clauses.ts';
import { showProgress } from './progress.ts';
import { ClausePage, ClausePageQuery, ClausePageSheetQuery } from './shapes-of-clauses.ts';
import { PublicProgress } from './shapes-of-progress.ts';
import { clauseSheetColumns, linesOf } from './sheet-of-clauses.ts';

/** The plan clause by clause: for staff with the figures of their place, for anyone with those of the district. */
export function clauseRoutes(app: App): void {
  app.get(
    '/api/v1/plan',
    {
      config: { access: 'duties.read' },
      schema: {
        summary: 'Every clause of the plan, what carries it and how far a place is with its duties',
        querystring: ClausePageQuery,
        response: { 200: ClausePage },
      },
    },
    (request) => showClauses(request.district, whoIn(request), request.query, request.call),
  );
  app.get(
    '/api/v1/plan/sheet',
    {
      config: { access: 'duties.read' },
      schema: { summary: 'The same as a spreadsheet (xlsx)', querystring: ClausePageSheetQuery },
    },
    async (request, reply) => {
      const { district, query, call } = request;
      const page = await showClauses(district, whoIn(request), query, call);
      const title = call.language === 'zh' ? '计划' : 'Plan';
      return sendSheet(request, reply, {
        title,
        columns: clauseSheetColumns(page),
        rows: linesOf(page),
      });
    },
  );
  app.get(
    '/api/v1/public/plan-progress',
    {
      config: { access: 'public' },
      schema: {
        summary: 'How far the district and its subdistricts are with the plan, for anyone',
        response: { 200: PublicProgress },
      },
    },
    async ({ district, call }, reply) => {
      const progress = await showProgress(district, call);
      reply.header('cache-control', `public, max-age=${SECONDS_IT_STANDS}`);
      return progress;
    },
  );
}

const SECONDS_IT_STANDS = 300;
