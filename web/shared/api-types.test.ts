import { describe, expect, it } from 'vitest';
import { writeApiTypes } from '../../scripts/api-types.mjs';

const sample = {
  openapi: '3.1.0',
  paths: {
    '/api/v1/activities/{id}': {
      get: {
        summary: 'One activity',
        parameters: [
          { in: 'path', name: 'id', required: true, schema: { type: 'string', format: 'uuid' } },
          { in: 'query', name: 'as_of', schema: { type: 'string', format: 'date' } },
          { in: 'query', name: 'limit', required: true, schema: { type: 'integer', default: 50 } },
        ],
        responses: {
          200: {
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Activity' } } },
          },
          '4xx': { content: { 'application/json': { schema: { type: 'object' } } } },
        },
      },
    },
    '/api/v1/rosters': {
      post: {
        requestBody: { content: { 'multipart/form-data': { schema: { type: 'object' } } } },
        responses: { 202: { description: 'taken' } },
      },
    },
    '/api/v1/certificates/{id}/pdf': {
      get: { responses: { 200: { content: { 'application/pdf': { schema: {} } } } } },
    },
  },
  components: {
    schemas: {
      Activity: {
        description: 'Something people\n come to.',
        type: 'object',
        required: ['id', 'state', 'hours'],
        properties: {
          id: { type: 'string', format: 'uuid' },
          state: { anyOf: [{ const: 'draft' }, { const: 'open' }] },
          kind: { enum: ['lecture', 'salon'] },
          hours: { anyOf: [{ type: 'number' }, { type: 'null' }] },
          places: { type: 'array', items: { $ref: '#/components/schemas/Place' } },
          'odd-name': { type: ['integer', 'null'] },
          counts: { type: 'object', additionalProperties: { type: 'integer' } },
        },
      },
      Place: { type: 'object', properties: {}, additionalProperties: false },
    },
  },
};

describe('types from the OpenAPI document', () => {
  const written = writeApiTypes(sample);

  it('give each named shape a type', () => {
    expect(written).toContain(
      '/** Something people come to. */\nexport type Activity = { readonly id: string; ' +
        'readonly state: "draft" | "open"; readonly kind?: "lecture" | "salon"; ' +
        'readonly hours: number | null; readonly places?: readonly (Place)[]; ' +
        'readonly "odd-name"?: number | null; readonly counts?: Readonly<Record<string, number>> };',
    );
    expect(written).toContain('export type Place = Readonly<Record<string, never>>;');
  });

  it('give each operation its parameters, body and answer', () => {
    expect(written).toContain(`  /** One activity */
  'GET /api/v1/activities/{id}': {
    params: { id: string };
    query: { as_of?: string; limit?: number };
    body: undefined;
    answer: Activity;
  };`);
  });

  it('tell forms, files and empty answers apart', () => {
    expect(written).toMatch(
      /'POST \/api\/v1\/rosters': \{[^}]*body: FormData;\s+answer: undefined;/,
    );
    expect(written).toMatch(/'GET [^']*\/pdf': \{[^}]*answer: Blob;/);
  });
});
