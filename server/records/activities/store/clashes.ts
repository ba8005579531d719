import { sql } from 'kysely';
import { plainArray, type ReadTransaction } from '../../../platform/index.ts';
import { MOST_CLASHES_OF_A_CARER } from '../limits.ts';
import type { Activity } from '../tables.ts';

/** Another activity that a carer signed up for. */
export interface Clash {
  readonly activity_id: string;
  readonly title: string;
  readonly begins_at: Date;
  readonly ends_at: Date;
}

/** What else carers signed up for at the time of an activity, latest first. Cost: one statement for all of them. */
export async function listClashes(
  transaction: ReadTransaction,
  carers: readonly string[],
  { id, begins_at, ends_at }: Activity,
): Promise<Map<string, Clash[]>> {
  const { rows } = await sql<Clash & { carer: string }>`
    select asked.carer, other.*
      from unnest(${plainArray(carers)}::uuid[]) as asked (carer)
     cross join lateral (
       select activities.id as activity_id, title, begins_at, ends_at
         from registration_carers as own join activities on activities.id = own.activity_id
        where own.carer_id = asked.carer and own.left_at is null and activities.id <> ${id}
          and activities.state = 'published'
          and begins_at < ${ends_at} and ends_at > ${begins_at}
        order by begins_at desc, activities.id desc
        limit ${MOST_CLASHES_OF_A_CARER}) as other`.execute(transaction);
  const clashes = new Map<string, Clash[]>();
  for (const { carer, ...clash } of rows) {
    const known = clashes.get(carer);
    if (known) known.push(clash);
    else clashes.set(carer, [clash]);
  }
  return clashes;
}
