import { Type } from 'typebox';
import { type App, etagOf, versionIn } from '../../platform/index.ts';
import { whoIn } from '../access/index.ts';
import { registerClient, renewSecret, revokeClient } from './actions/manage-clients.ts';
import { showClient, showClients } from './actions/show-clients.ts';
import { oauthRoutes } from './oauth-routes.ts';
import {
  ClientFile,
  ClientList,
  ClientRevocation,
  ClientSecret,
  ClientSecretWanted,
  ClientWanted,
} from './shapes.ts';

const ById = Type.Object({ id: Type.String({ format: 'uuid' }) });
const config = { access: 'clients.manage' } as const;

export async function clientsRoutes(app: App): Promise<void> {
  await app.register(async (scope) => oauthRoutes(scope as App));
  app.get(
    '/api/v1/clients',
    {
      config,
      schema: { summary: 'Programs of other houses that may ask', response: { 200: ClientList } },
    },
    async (request) => ({ items: await showClients(request.district, whoIn(request)) }),
  );
  app.post(
    '/api/v1/clients',
    {
      config,
      schema: {
        summary: 'Register a program of another house; its secret is shown once',
        body: ClientWanted,
        response: { 201: ClientSecret },
      },
    },
    async (request, reply) => {
      const { district, body, call } = request;
      const made = await registerClient(district, whoIn(request), body, call);
      return reply.code(201).header('cache-control', 'no-store').send(made);
    },
  );
  app.get(
    '/api/v1/clients/:id',
    {
      config,
      schema: {
        summary: 'A program of another house and what it asked for last',
        params: ById,
        response: { 200: ClientFile },
      },
    },
    async (request, reply) => {
      const shown = await showClient(request.district, whoIn(request), request.params.id);
      return reply.header('etag', etagOf(shown.version)).send(shown);
    },
  );
  changingRoutes(app);
}

function changingRoutes(app: App): void {
  app.post(
    '/api/v1/clients/:id/secrets',
    {
      config,
      schema: {
        summary: 'Give a program another secret, shown once',
        description: 'If-Match: its version.',
        params: ById,
        body: ClientSecretWanted,
        response: { 201: ClientSecret },
      },
    },
    async (request, reply) => {
      const { district, params, body, call } = request;
      const version = versionIn(request.headers['if-match']);
      const wanted = { ...params, ...body, version };
      const made = await renewSecret(district, whoIn(request), wanted, call);
      return reply.code(201).header('cache-control', 'no-store').send(made);
    },
  );
  app.post(
    '/api/v1/clients/:id/revocation',
    {
      config,
      schema: {
        summary: 'Shut a program out for good',
        description: 'If-Match: its version.',
        params: ById,
        body: ClientRevocation,
        response: { 200: ClientFile },
      },
    },
    async (request) => {
      const { district, params, body, call } = request;
      const version = versionIn(request.headers['if-match']);
      await revokeClient(district, whoIn(request), { ...params, ...body, version }, call);
      return showClient(district, whoIn(request), params.id);
    },
  );
}
