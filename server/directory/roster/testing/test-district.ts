import { randomBytes } from 'node:crypto';
import { createSealing, type District, fixedClock } from '../../../platform/index.ts';
import type { TestDatabase } from '../../../platform/testing/test-database.ts';

export const NOW = '2026-03-01T02:00:00Z';

/** As much of a district as a roster needs. */
export function testDistrict({ database }: TestDatabase): District {
  const sealing = createSealing(randomBytes(32), 'tianfu');
  return { id: 'tianfu', clock: fixedClock(NOW), sealing, database } as unknown as District;
}

/** Everything that an import may write, in an order that does not depend on ids. */
export async function wholeDirectory({ pool }: TestDatabase): Promise<Record<string, unknown[]>> {
  const tables = {
    organisations: 'select * from tianfu.organisations order by id',
    people: 'select * from tianfu.people order by id',
    students: 'select * from tianfu.students order by id',
    enrolments: 'select * from tianfu.enrolments order by id',
    guardianships: 'select * from tianfu.guardianships order by id',
    posts: 'select * from tianfu.posts order by id',
    external_keys: 'select * from tianfu.external_keys order by source, kind, key',
    stated_facts: 'select * from tianfu.stated_facts order by source',
  };
  const all: Record<string, unknown[]> = {};
  for (const [table, query] of Object.entries(tables)) all[table] = (await pool.query(query)).rows;
  return all;
}

/** An empty directory again, for the next roster. */
export async function emptyDirectory({ pool }: TestDatabase): Promise<void> {
  await pool.query(
    'truncate tianfu.organisations, tianfu.people, tianfu.students, tianfu.external_keys, tianfu.stated_facts cascade',
  );
}
