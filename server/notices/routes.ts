import { whoIn } from '../directory/index.ts';
import type { App } from '../platform/index.ts';
import { readEverything, readNotice, readNotices } from './actions/read-notices.ts';
import { ById, Notices, NoticesQuery } from './shapes.ts';

export async function noticesRoutes(app: App): Promise<void> {
  inboxRoutes(app);
}

function inboxRoutes(app: App): void {
  app.get(
    '/api/v1/notices',
    {
      config: { access: 'signed-in' },
      schema: {
        summary: 'What I was told, newest first',
        querystring: NoticesQuery,
        response: { 200: Notices },
      },
    },
    (request) => readNotices(request.district, whoIn(request), request.query),
  );
  app.post(
    '/api/v1/notices/read',
    {
      config: { access: 'signed-in' },
      schema: { summary: 'Mark all my notices as read; what asks goes on asking' },
    },
    async (request, reply) => {
      await readEverything(request.district, whoIn(request), request.call);
      return reply.code(204).send();
    },
  );
  app.post(
    '/api/v1/notices/:id/read',
    {
      config: { access: 'signed-in' },
      schema: { summary: 'Mark a notice as read', params: ById },
    },
    async (request, reply) => {
      await readNotice(request.district, whoIn(request), request.params.id, request.call);
      return reply.code(204).send();
    },
  );
}
