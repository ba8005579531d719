import { type App, asOpenApi30, openApiDocument } from './platform/index.ts';

/** Whether the program lives, whether it can serve, and what it offers. */
export function serviceRoutes(app: App): void {
  app.get('/healthz', { config: { access: 'public' } }, async () => ({ status: 'ok' }));

  app.get('/readyz', { config: { access: 'public' } }, async (request, reply) => {
    try {
      await request.district.database.read({ person: null, reach: [] }, (transaction) =>
        transaction.selectFrom('migrations').select('name').limit(1).execute(),
      );
      return { status: 'ready' };
    } catch {
      return reply.code(503).send({ status: 'the database does not answer' });
    }
  });

  app.get('/api/v1/openapi.json', { config: { access: 'public' }, schema: { hide: true } }, () =>
    openApiDocument(app),
  );
  app.get(
    '/api/v1/openapi-3.0.json',
    { config: { access: 'public' }, schema: { hide: true } },
    () => asOpenApi30(openApiDocument(app)),
  );
}
