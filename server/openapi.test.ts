import { createConfig, lintFromString } from '@redocly/openapi-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { createApp } from './app.ts';
import { asOpenApi30, openApiDocument } from './platform/index.ts';

let document: ReturnType<typeof openApiDocument>;

beforeAll(async () => {
  const app = await createApp({ districtOf: () => undefined, log: false, personas: true });
  await app.ready();
  document = openApiDocument(app);
  await app.close();
});

/** Errors of the linter's recommended rules; the few that are turned off each say why. */
async function findings(source: object): Promise<string[]> {
  const config = await createConfig({
    extends: ['recommended-strict'],
    rules: {
      // The address is whatever host a district has.
      'no-server-example.com': 'off',
      'no-empty-servers': 'off',
      // A tag is the first word of the path: there is nothing to add.
      'tag-description': 'off',
      // A path that ends in a parameter beside one that ends in a word is told apart by its words.
      'no-ambiguous-paths': 'off',
    },
  });
  const problems = await lintFromString({
    source: JSON.stringify(source),
    absoluteRef: 'openapi.json',
    config,
  });
  return problems.map(
    ({ ruleId, message, location }) => `${ruleId}: ${message} (${location[0]?.pointer})`,
  );
}

describe('the OpenAPI document', () => {
  test('passes a linter as 3.1', async () => {
    expect(document.openapi).toBe('3.1.0');
    expect(await findings(document)).toEqual([]);
  });

  test('passes a linter as 3.0', async () => {
    const older = asOpenApi30(document);
    expect(older.openapi).toBe('3.0.3');
    expect(await findings(older)).toEqual([]);
  });

  test('the linter finds what is wrong', async () => {
    expect(await findings({ ...document, paths: { '/api/v1/x': { get: {} } } })).not.toEqual([]);
  });

  test('every operation names what its caller must hold', () => {
    const paths = document.paths as Record<string, Record<string, { 'x-access'?: string }>>;
    const nameless = Object.entries(paths).flatMap(([path, operations]) =>
      Object.entries(operations)
        .filter(([, operation]) => !operation['x-access'])
        .map(([method]) => `${method} ${path}`),
    );
    expect(nameless).toEqual([]);
  });
});
