import { parseSync, Visitor } from 'oxc-parser';
import { createdTables } from './migrations.ts';
import { type Check, moduleOf, withoutComments } from './repository.ts';

/** Where a module's SQL touches another's table for a reason: `module → table`, why. */
const allowed: Readonly<Record<string, string>> = {};

/** A module's SQL touches only its own tables; what it needs of others it asks at their doors. */
export const checkOwnTables: Check = (repository) => {
  const owners = new Map(createdTables(repository).map(({ name, owner }) => [name, owner]));
  return repository.files.filter(hasStatements).flatMap((file) => {
    const text = repository.text(file);
    const module = moduleOf(file) ?? '';
    const tables = file.endsWith('.sql')
      ? tablesIn(withoutComments(file, text))
      : tablesOf(file, text);
    return [...new Set(tables)]
      .filter((table) => owners.has(table) && owners.get(table) !== module)
      .filter((table) => !(`${module} → ${table}` in allowed))
      .map((table) => `${file}: reads or writes ${table}, which belongs to ${owners.get(table)}`);
  });
};

const hasStatements = (file: string) =>
  moduleOf(file) !== undefined &&
  /\.(ts|sql)$/.test(file) &&
  !/\.test\.ts$|\/testing\/|\/migrations\//.test(file) &&
  !file.startsWith('server/commands/');

const kyselyVerb =
  /^(selectFrom|insertInto|updateTable|deleteFrom|replaceInto|mergeInto|from|using|(inner|left|right|full|cross)Join)$/;
const beginsAsSql =
  /^\s*(select|insert|update|delete|with|copy|merge|truncate|lock|create|alter)\s/i;

/** The tables that a source names in `sql` templates, in texts that begin as a statement, and to Kysely. */
function tablesOf(file: string, text: string): string[] {
  const tables: string[] = [];
  const inSql = new Set<unknown>();
  new Visitor({
    TaggedTemplateExpression({ tag, quasi }) {
      const name = tag.type === 'MemberExpression' ? tag.object : tag;
      if (name.type === 'Identifier' && name.name === 'sql') inSql.add(quasi);
    },
    TemplateLiteral(literal) {
      const joined = literal.quasis.map(({ value }) => value.raw).join(' _ ');
      if (inSql.has(literal) || beginsAsSql.test(joined)) tables.push(...tablesIn(joined));
    },
    Literal({ value }) {
      if (typeof value === 'string' && beginsAsSql.test(value)) tables.push(...tablesIn(value));
    },
    CallExpression({ callee, arguments: [first] }) {
      if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return;
      if (!kyselyVerb.test(callee.property.name) || !first) return;
      const named = first.type === 'ArrayExpression' ? first.elements : [first];
      for (const one of named) {
        if (one?.type === 'Literal' && typeof one.value === 'string') {
          tables.push(one.value.split(' ')[0] ?? '');
        }
      }
    },
  }).visit(parseSync(file, text).program);
  return tables;
}

/** What stands after from, join, into, update, copy … and is not named by the statement itself. */
function tablesIn(sql: string): string[] {
  const named =
    /\b(?:from|join|into|update|copy|truncate|lock\s+table|using)\s+(?:only\s+|lateral\s+)?"?([a-z_]\w*)/gi;
  const own = [
    ...sql.matchAll(
      /(?:\bwith(?:\s+recursive)?|,)\s+([a-z_]\w*)(?:\s*\([^)]*\))?\s+as\s+(?:not\s+)?(?:materialized\s+)?\(/gi,
    ),
  ];
  const defined = new Set(own.map((found) => found[1]));
  return [...sql.matchAll(named)]
    .map((found) => found[1] ?? '')
    .filter((name) => !defined.has(name));
}
