import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { findBreaches } from './boundaries/find-breaches.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** A tree of a few files, as small as the rule needs. */
function tree(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'gongyu-tree-'));
  folders.push(root);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

const importing = (path: string) => `import { x } from '${path}';\nexport const y = x;\n`;
const something = 'export const x = 1;\n';

it('this repository keeps the boundaries between its rooms', { timeout: 60_000 }, () => {
  expect(findBreaches(join(import.meta.dirname, '..'))).toEqual([]);
});

describe('an import is refused', () => {
  it.each([
    ['from the platform to a room', 'server/platform/a.ts', 'server/plan/index.ts'],
    ['from the facts to the directory', 'server/facts/a.ts', 'server/directory/index.ts'],
    ['from a record to a count', 'server/records/visits/a.ts', 'server/counting/points/index.ts'],
    ['from a record to the boards', 'server/records/visits/a.ts', 'server/boards/index.ts'],
    ['from a count to a record', 'server/counting/points/a.ts', 'server/records/visits/index.ts'],
    ['from a count to the boards', 'server/counting/points/a.ts', 'server/boards/index.ts'],
    ['from a room to the table of contents', 'server/directory/a.ts', 'server/app.ts'],
    ['from the server to the pages', 'server/app.ts', 'web/shared/a.ts'],
    ['from the pages to the server', 'web/carer/a.ts', 'server/plan/index.ts'],
    ['from the phone to the desk', 'web/carer/a.ts', 'web/desk/index.ts'],
    ['from the desk to the phone', 'web/desk/a.ts', 'web/carer/index.ts'],
    ['from what is shared to one app', 'web/shared/a.ts', 'web/public/index.ts'],
    ['from a room to the demo', 'server/plan/a.ts', 'demo/index.ts'],
    ['from a test of the pages to the server', 'web/carer/a.test.ts', 'server/plan/index.ts'],
  ])('%s', (_rule, from, to) => {
    const way = `${'../'.repeat(from.split('/').length - 1)}${to}`;
    const breaches = findBreaches(tree({ [from]: importing(way), [to]: something }));
    expect(breaches).toEqual([expect.stringContaining(`${from} imports ${to}`)]);
  });

  it('that goes past the door of another room', () => {
    const inside = 'server/directory/store.ts';
    const files = { 'server/records/visits/a.ts': importing(`../../directory/store.ts`) };
    expect(findBreaches(tree({ ...files, [inside]: something }))).toEqual([
      expect.stringContaining('entered through its index.ts only'),
    ]);
  });

  it('that names a file which is not there', () => {
    expect(findBreaches(tree({ 'server/plan/a.ts': importing('./gone.ts') }))).toEqual([
      'server/plan/a.ts imports server/plan/gone.ts, which does not exist',
    ]);
  });

  it('of a package by the set-up, which runs before packages are installed', () => {
    expect(findBreaches(tree({ 'scripts/a.mjs': importing('vite') }))).toEqual([
      'scripts/a.mjs imports vite, but runs before packages are installed',
    ]);
  });

  it('in any of its forms, a type alone included', () => {
    const target = '../counting/points/index.ts';
    const forms = {
      type: `import type { x } from '${target}';\nexport type Y = x;\n`,
      again: `export * from '${target}';\n`,
      late: `export const y = () => import('${target}');\n`,
      inline: `export type Y = import('${target}').x;\n`,
    };
    for (const form of Object.values(forms)) {
      const files = { 'server/plan/a.ts': form, 'server/counting/points/index.ts': something };
      expect(findBreaches(tree(files))).toEqual([expect.stringContaining('may not enter')]);
    }
  });
});

describe('two that import each other are refused', () => {
  it('when they are files, even if only types go round', () => {
    const files = {
      'server/plan/a.ts': `import type { B } from './b.ts';\nexport type A = B;\n`,
      'server/plan/b.ts': `import type { A } from './a.ts';\nexport type B = A;\n`,
    };
    expect(findBreaches(tree(files))).toEqual([
      'These files import each other: server/plan/a.ts → server/plan/b.ts → server/plan/a.ts',
    ]);
  });

  it('when they are rooms, though no file goes round', () => {
    const files = {
      'server/records/visits/index.ts': something,
      'server/records/visits/a.ts': importing('../support/index.ts'),
      'server/records/support/index.ts': something,
      'server/records/support/a.ts': importing('../visits/index.ts'),
    };
    expect(findBreaches(tree(files))).toEqual([
      expect.stringContaining('These rooms import each other'),
    ]);
  });
});

it('a new folder is refused until a rule says what it may enter', () => {
  expect(findBreaches(tree({ 'server/extras/index.ts': something }))).toEqual([
    expect.stringContaining('server/extras/ is a room that no rule knows'),
  ]);
});

it('doors, tests and the table of contents are free to do their work', () => {
  const files = {
    'server/platform/index.ts': something,
    'server/directory/index.ts': importing('../platform/index.ts'),
    'server/records/visits/index.ts': importing('../../directory/index.ts'),
    'server/records/visits/routes.ts': something,
    'server/records/visits/store.ts': something,
    'server/counting/points/points.test.ts': importing('../../records/visits/store.ts'),
    'server/app.ts': importing('./records/visits/routes.ts'),
    'web/shared/a.ts': something,
    'web/carer/a.ts': importing('../shared/a.ts'),
  };
  expect(findBreaches(tree(files))).toEqual([]);
});
