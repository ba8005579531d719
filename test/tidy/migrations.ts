import { moduleOf, type Repository, withoutComments } from './repository.ts';

export interface CreatedTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly file: string;
  /** The module in whose folder the migration lies. */
  readonly owner: string;
}

const isMigration = (path: string) => /^server\/.+\/migrations\/\d{4}-[\w-]+\.sql$/.test(path);
const migrationsOf = ({ files }: Repository) => files.filter(isMigration);

/** Every table that a migration creates, and every column that one adds later. */
export function createdTables(repository: Repository): CreatedTable[] {
  return migrationsOf(repository).flatMap((file) => {
    const sql = withoutComments(file, repository.text(file));
    const owner = moduleOf(file) ?? '';
    const made = [...sql.matchAll(/\bcreate\s+table\s+(?:if\s+not\s+exists\s+)?(\w+)\s*/gi)];
    const added = [
      ...sql.matchAll(
        /\balter\s+table\s+(?:only\s+)?(\w+)\s+add\s+column\s+(?:if\s+not\s+exists\s+)?(\w+)/gi,
      ),
    ];
    return [
      ...made.map((found) => {
        const columns = columnsIn(sql.slice(found.index + found[0].length));
        return { name: found[1] ?? '', columns, file, owner };
      }),
      ...added.map((found) => ({ name: found[1] ?? '', columns: [found[2] ?? ''], file, owner })),
    ];
  });
}

const notAColumn = /^(constraint|primary|unique|check|foreign|exclude|like)\b/i;

/** The names in the brackets that the text begins with; none for `partition of`. */
function columnsIn(text: string): string[] {
  if (!text.startsWith('(')) return [];
  return partsInBrackets(text)
    .map((part) => part.trim())
    .filter((part) => part !== '' && !notAColumn.test(part))
    .map((part) => /^"?(\w+)/.exec(part)?.[1] ?? part);
}

function partsInBrackets(text: string): string[] {
  const parts = [''];
  let depth = 0;
  let isQuoted = false;
  for (const letter of text) {
    if (letter === "'") isQuoted = !isQuoted;
    if (letter === '(' && !isQuoted) depth += 1;
    if (letter === ')' && !isQuoted) depth -= 1;
    if (depth === 0) break;
    if (letter === ',' && depth === 1 && !isQuoted) parts.push('');
    else if (!(letter === '(' && depth === 1)) parts[parts.length - 1] += letter;
  }
  return parts;
}
