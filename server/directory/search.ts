import { type RawBuilder, sql } from 'kysely';

/**
 * Finds by the start of a name, or by pinyin or initials anywhere in them: 张, zhang, zw. `%` and `_` that a
 * person types are themselves.
 */
export function nameMatches(table: 'students' | 'people', words: string): RawBuilder<boolean> {
  const plain = words.trim().replace(/[\\%_]/g, (sign) => `\\${sign}`);
  const starts = `${plain}%`;
  const contains = `%${plain.toLowerCase().replace(/\s+/g, '')}%`;
  const named = sql.ref(`${table}.name`);
  const inPinyin = sql.ref(`${table}.name_in_pinyin`);
  return sql<boolean>`(${named} like ${starts} or ${inPinyin} like ${contains})`;
}
