import swagger from '@fastify/swagger';
import type { Words } from '../words.ts';
import type { App } from './http-server.ts';
import { Problem } from './problem.ts';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type JsonObject = { [key: string]: Json };

/** Collects routes as they are registered: call before the modules. */
export async function documentRoutes(
  app: App,
  version: string,
  scopes: Readonly<Record<string, Words>> = {},
): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Gongyu 共育',
        version,
        description:
          'Runs a district’s home–school–community education plan. Every error is an RFC 9457 problem.',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      servers: [{ url: '/' }],
      components: {
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: 'gongyu_session' },
          client: { type: 'oauth2', flows: { clientCredentials: flowOf(scopes) } },
        },
      },
    },
    transform: ({ schema, url, route }) => {
      const access = route.config?.access ?? 'public';
      const described = { ...schema } as Record<string, unknown>;
      described.operationId ??= operationId(String(route.method), url);
      described.summary ??= described.operationId;
      described.tags ??= [url.split('/')[3] ?? 'service'];
      described.security = securityOf(access);
      described['x-access'] = access;
      described.response = { ...(described.response as object), '4xx': Problem };
      described.hide = !url.startsWith('/api/v1/') || route.method === 'HEAD';
      return { schema: described as never, url };
    },
  });
}

function flowOf(scopes: Readonly<Record<string, Words>>) {
  const described = Object.entries(scopes).map(([scope, { en }]) => [scope, en]);
  return { tokenUrl: '/oauth/token', scopes: Object.fromEntries(described) };
}

function securityOf(access: string) {
  const [, scope] = /^client:(.+)$/.exec(access) ?? [];
  if (scope !== undefined) return [{ client: [scope] }];
  return access === 'public' ? [] : [{ session: [] }];
}

function operationId(method: string, url: string): string {
  const words = url
    .replace('/api/v1/', '')
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean);
  return [method.toLowerCase(), ...words].join('-');
}

/** The document of 3.1 with each titled shape hoisted to `components.schemas`, so that it is written once. */
export function openApiDocument(app: App): JsonObject {
  const document = JSON.parse(JSON.stringify(app.swagger())) as JsonObject;
  const schemas: JsonObject = {};
  const paths = hoist(document.paths ?? {}, schemas) as JsonObject;
  for (const operation of operationsOf(paths)) nameSuccess(operation);
  const sorted = Object.fromEntries(Object.entries(schemas).sort(([a], [b]) => (a < b ? -1 : 1)));
  const components = { ...(document.components as JsonObject), schemas: sorted };
  const tags = [...new Set(tagsOf(paths))].sort().map((name) => ({ name }));
  return { ...document, tags, paths, components };
}

function operationsOf(paths: JsonObject): JsonObject[] {
  return Object.values(paths).flatMap((operations) =>
    Object.values(operations as JsonObject).map((operation) => operation as JsonObject),
  );
}

function tagsOf(paths: JsonObject): string[] {
  return operationsOf(paths).flatMap((operation) => (operation.tags as string[]) ?? []);
}

/** An operation that answers with a file, or with nothing, declares no shape: its success is still named. */
function nameSuccess(operation: JsonObject): void {
  const responses = operation.responses as JsonObject;
  if (!Object.keys(responses).some((status) => status.startsWith('2'))) {
    operation.responses = {
      '2XX': { description: 'Done; a file where the summary names one' },
      ...responses,
    };
  }
}

function hoist(node: Json, schemas: JsonObject): Json {
  if (Array.isArray(node)) return node.map((one) => hoist(one, schemas));
  if (node === null || typeof node !== 'object') return node;
  const inner = Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, hoist(value, schemas)]),
  );
  const isShape = typeof inner.title === 'string' && ('type' in inner || 'anyOf' in inner);
  if (!isShape) return inner;
  const name = String(inner.title);
  const known = schemas[name];
  if (known !== undefined && JSON.stringify(known) !== JSON.stringify(inner)) {
    throw new Error(`Two different shapes are called ${name}.`);
  }
  schemas[name] = inner;
  return { $ref: `#/components/schemas/${name}` };
}
