import { type RawBuilder, sql } from 'kysely';

/** People as a Chinese list has them: by the sound of the name; the same sound by the characters. */
export function nameInOrder(table: string): RawBuilder<string> {
  return sql<string>`${sql.ref(`${table}.name_in_pinyin`)} || ' ' || ${sql.ref(`${table}.name`)}`;
}

/** Places by the sound of their name. */
export function placeInOrder(table: string): RawBuilder<string> {
  return nameInOrder(table);
}

/** By school, the youngest grade first, class 2 before class 10. Children without a class come first. */
export function inSchoolOrder(school: string, schoolClass: string): RawBuilder<string> {
  const entered = sql.ref(`${schoolClass}.entered_in`);
  const number = sql`substring(${sql.ref(`${schoolClass}.name`)} from '([0-9]+)[^0-9]*$')`;
  return sql<string>`
    coalesce(${nameInOrder(school)}, '') || ' ' || (9999 - coalesce(${entered}, 0))
      || lpad(coalesce(${number}, ''), 3, '0')`;
}
