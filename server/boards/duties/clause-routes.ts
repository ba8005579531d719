import { whoIn } from '../../directory/index.ts';
import { type App, handOverSent, keepSent, sendAgain } from '../../platform/index.ts';
import { sendSheet } from '../../platform/sheets/index.ts';
import { planView } from './clauses.ts';
import { answerKept } from './kept-views.ts';
import { keptProgress } from './progress.ts';
import { ClausePage, ClausePageQuery, ClausePageSheetQuery } from './shapes-of-clauses.ts';
import { PublicProgress } from './shapes-of-progress.ts';
import { clauseSheetColumns, linesOf } from './sheet-of-clauses.ts';
import { showView } from './views.ts';

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
      onSend: handOverSent,
    },
    (request, reply) => answerKept(request, reply, planView, request.query),
  );
  app.get(
    '/api/v1/plan/sheet',
    {
      config: { access: 'duties.read' },
      schema: { summary: 'The same as a spreadsheet (xlsx)', querystring: ClausePageSheetQuery },
    },
    async (request, reply) => {
      const { district, query, call } = request;
      const page = await showView(district, whoIn(request), planView, query, call);
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
      onSend: handOverSent,
    },
    async (request, reply) => {
      const kept = keptProgress(request.district, request.call);
      const progress = await kept.progress;
      reply.header('cache-control', `public, max-age=${SECONDS_IT_STANDS}`);
      if (kept.sent) return sendAgain(request, reply, kept.sent);
      keepSent(request, (sent) => {
        kept.sent = sent;
      });
      return progress;
    },
  );
}

const SECONDS_IT_STANDS = 300;
