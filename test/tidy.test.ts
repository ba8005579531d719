import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkColumnComments, checkMigrationNumbers } from './tidy/column-comments.ts';
import { checkWords } from './tidy/forbidden-words.ts';
import { checkGlossary } from './tidy/glossary.ts';
import { checkLinks } from './tidy/links.ts';
import { checkLength } from './tidy/long-files.ts';
import { checkModuleFiles } from './tidy/module-files.ts';
import { checkKebabCase, checkNames } from './tidy/names.ts';
import { checkOwnTables } from './tidy/own-tables.ts';
import { checkRefusalCodes } from './tidy/refusal-codes.ts';
import { type Check, readRepository, sampleRepository } from './tidy/repository.ts';

const repository = readRepository(join(import.meta.dirname, '..'));

describe('in this repository', () => {
  it.each<[string, Check]>([
    ['names say what is inside', checkNames],
    ['source files are in kebab-case', checkKebabCase],
    ['nothing is put off, waved through or tied to one machine', checkWords],
    ['every link in the documents leads somewhere', checkLinks],
    ['no file is too long to read', checkLength],
    ['every module with routes has a README and a door that introduces it', checkModuleFiles],
    ['every table and column says what it is for', checkColumnComments],
    ['no two migrations carry the same number', checkMigrationNumbers],
    ['a module touches only its own tables', checkOwnTables],
    ['every refusal has a code of its own', checkRefusalCodes],
    ['every word of the glossary is in use', checkGlossary],
  ])('%s', (_sentence, check) => {
    expect(check(repository)).toEqual([]);
  });
});

type Files = Readonly<Record<string, string>>;

const people = `create table people (id uuid primary key);\n`;
const described = `comment on table people is 'All';\ncomment on column people.id is 'Id';\n`;
const directory: Files = { 'server/directory/migrations/0010-directory.sql': people + described };
const visits = (text: string): Files => ({ ...directory, 'server/records/visits/store.ts': text });

describe('the checks see', () => {
  it.each<[string, Check, Files, string]>([
    ['a name that says nothing', checkNames, { 'server/utils/a.ts': '' }, '"utils"'],
    ['such a name in a compound', checkNames, { 'web/date-helpers.ts': '' }, '"date-helpers.ts"'],
    ['capitals in a file name', checkKebabCase, { 'web/carer/HomePage.tsx': '' }, 'kebab-case'],
    ['work put off', checkWords, { 'server/a.ts': '// TODO later' }, 'TODO'],
    ['a type waved through', checkWords, { 'server/a.ts': 'const a = b as any;' }, 'as any'],
    ['a parameter of any type', checkWords, { 'server/a.ts': 'f(a: any, b)' }, ': any'],
    ['an error silenced', checkWords, { 'server/a.ts': '// @ts-ignore' }, '@ts-ignore'],
    ['a lint rule silenced', checkWords, { 'server/a.ts': '// biome-ignore lint' }, 'biome-ignore'],
    ['a test that is skipped', checkWords, { 'server/a.test.ts': `it.skip('a')` }, 'it.skip'],
    ['a test alone', checkWords, { 'server/a.test.ts': `describe.only('a')` }, 'describe.only'],
    [
      'a registry',
      checkWords,
      { '.npmrc': 'registry=https://registry.npmjs.org' },
      'registry.npmjs',
    ],
    ['a path of one machine', checkWords, { 'README.md': 'see /home/mei/gongyu' }, '/home/mei'],
    ['a link to no file', checkLinks, { 'README.md': '[a](docs/gone.md)' }, 'docs/gone.md'],
    ['a link to no heading', checkLinks, { 'README.md': '# Here\n[a](#there)' }, '#there'],
    ['a long file', checkLength, { 'server/a.ts': 'f();\n'.repeat(401) }, '401 lines'],
    ['a module without README', checkModuleFiles, { 'server/a/routes.ts': '' }, 'no README.md'],
    [
      'a README that nobody finishes',
      checkModuleFiles,
      {
        'server/a/routes.ts': '',
        'server/a/README.md': 'x\n'.repeat(41),
        'server/a/index.ts': '//',
      },
      'longer than 40',
    ],
    [
      'a door without a word',
      checkModuleFiles,
      { 'server/a/routes.ts': '', 'server/a/README.md': 'x', 'server/a/index.ts': 'export {};' },
      'does not begin',
    ],
    [
      'a table without comment',
      checkColumnComments,
      { 'server/a/migrations/0001-a.sql': people },
      'on table people',
    ],
    [
      'a column without comment',
      checkColumnComments,
      { 'server/a/migrations/0001-a.sql': people },
      'people.id',
    ],
    [
      'a column added without comment',
      checkColumnComments,
      { 'server/a/migrations/0002-a.sql': 'alter table people add column name text;' },
      'people.name',
    ],
    [
      'two migrations of one number',
      checkMigrationNumbers,
      { 'server/a/migrations/0001-a.sql': '', 'server/b/migrations/0001-b.sql': '' },
      'number 0001',
    ],
    ['a foreign table in SQL', checkOwnTables, visits('sql`select 1 from people`'), 'people'],
    [
      'a foreign table in a join',
      checkOwnTables,
      visits('sql<A>`select 1 from v join people p on true`'),
      'people',
    ],
    [
      'a foreign table in a plain text',
      checkOwnTables,
      visits(`query('delete from people')`),
      'people',
    ],
    [
      'a foreign table by Kysely',
      checkOwnTables,
      visits(`t.insertInto('people').values(p)`),
      'people',
    ],
    [
      'a foreign table with an alias',
      checkOwnTables,
      visits(`t.selectFrom('people as p')`),
      'people',
    ],
    [
      'a foreign table in a file of SQL',
      checkOwnTables,
      { ...directory, 'server/facts/count.sql': 'update people set a = 1' },
      'people',
    ],
    [
      'a refusal code used twice',
      checkRefusalCodes,
      {
        'server/a/refusals.ts': `defineRefusal('a.no')`,
        'server/a/b.ts': `defineRefusal(\n'a.no')`,
      },
      'already',
    ],
    [
      'a refusal code of another room',
      checkRefusalCodes,
      { 'server/a/refusals.ts': `defineRefusal('b.no')` },
      'name of its room',
    ],
    ['a missing glossary', checkGlossary, {}, 'missing'],
    [
      'a word that nobody uses',
      checkGlossary,
      { 'GLOSSARY.md': '| 中文 | code |\n| --- | --- |\n| 家访 | visit |', 'web/a.ts': '活动' },
      '家访',
    ],
    [
      'a word of the code that nobody uses',
      checkGlossary,
      { 'GLOSSARY.md': '| 中文 | code |\n| --- | --- |\n| 活动 | hall code |', 'web/a.ts': '活动' },
      'hall code',
    ],
  ])('%s', (_sentence, check, files, complaint) => {
    expect(check(sampleRepository(files)).join('\n')).toContain(complaint);
  });
});

describe('the checks let pass', () => {
  it.each<[string, Check, Files]>([
    [
      'a name that only contains such a word',
      checkNames,
      { 'server/platform/database/pool.ts': '' },
    ],
    ['the word any in a sentence', checkWords, { 'server/a.ts': '// the reader: any of them' }],
    [
      'a link to a folder and to a heading',
      checkLinks,
      { 'README.md': '# On [us](docs/) 我们\n[a](#on-usdocs-我们)', 'docs/a.md': '' },
    ],
    ['a table and its columns described', checkColumnComments, directory],
    [
      'a module at its own tables',
      checkOwnTables,
      { ...directory, 'server/directory/store.ts': 'sql`select 1 from people`' },
    ],
    ['a table in a comment', checkOwnTables, visits('/** select from people */ f();')],
    [
      'a name that the statement itself defines',
      checkOwnTables,
      visits('sql`with people as (select 1) select 1 from people`'),
    ],
    [
      'a term in one of its spellings',
      checkGlossary,
      {
        'GLOSSARY.md': '| 家长大课堂 / 空中家长大课堂 | classroom |',
        'plans/a.yaml': '空中家长大课堂',
      },
    ],
    [
      'a word of the code in any way of writing it',
      checkGlossary,
      {
        'GLOSSARY.md': '| code | what |\n| --- | --- |\n| hall code | 码 |',
        'web/a.ts': '码 hallCode',
      },
    ],
  ])('%s', (_sentence, check, files) => {
    expect(check(sampleRepository(files))).toEqual([]);
  });
});
