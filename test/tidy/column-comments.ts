import { createdTables } from './migrations.ts';
import type { Check } from './repository.ts';

/** Each table and column says in the database itself what it is for. */
export const checkColumnComments: Check = (repository) =>
  createdTables(repository).flatMap(({ name, columns, file }) => {
    const sql = repository.text(file);
    const has = (what: string) => new RegExp(`comment\\s+on\\s+${what}\\s+is\\s+'`, 'i').test(sql);
    const isCreatedHere = new RegExp(
      `create\\s+table\\s+(if\\s+not\\s+exists\\s+)?${name}\\b`,
      'i',
    ).test(sql);
    const table =
      !isCreatedHere || has(`table\\s+${name}`) ? [] : [`${file}: no comment on table ${name}`];
    const bare = columns.filter((column) => !has(`column\\s+${name}\\.${column}`));
    return [...table, ...bare.map((column) => `${file}: no comment on column ${name}.${column}`)];
  });

/** The order in which migrations run is the order of their numbers: no number twice. */
export const checkMigrationNumbers: Check = ({ files }) => {
  const numbers = files.flatMap((file) => {
    const number = /\/migrations\/(\d{4})-/.exec(file)?.[1];
    return number ? [{ file, number }] : [];
  });
  return numbers.flatMap(({ file, number }, index) =>
    numbers.slice(0, index).some((other) => other.number === number)
      ? [`${file}: another migration has the number ${number}`]
      : [],
  );
};
