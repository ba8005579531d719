import { join } from 'node:path';
import { expect, test } from 'vitest';
import { jsonSchemas } from './index.ts';

const folder = join(import.meta.dirname, '../../plans/schema');

// After a change of shapes/: vitest run server/plan --update
test.each(Object.entries(jsonSchemas()))(
  'The published schema of %s.yaml is up to date',
  async (part, schema) => {
    const text = `${JSON.stringify(schema, null, 2)}\n`;
    await expect(text).toMatchFileSnapshot(join(folder, `${part}.schema.json`));
  },
);
