import { type RawBuilder, sql } from 'kysely';
import {
  plainArray,
  type ReadTransaction,
  type WriteTransaction,
} from '../../../platform/index.ts';
import type { Arrival, FamilyLink } from '../rules/family-links.ts';

declare module '../../../platform/database/tables.ts' {
  interface Tables {
    point_families: { student_id: string; carer_id: string; links: number };
    point_arrivals: { student_id: string; arrived_on: string; times: number };
  }
}

/** What a child's carers have earned together; hundredths of a point. */
export interface FamilyTotal {
  readonly student: string;
  readonly carers: readonly string[];
  /** What each of the carers has earned, in their order. */
  readonly shares: readonly number[];
  /** Their sum. */
  readonly amount: number;
  /** The day on which the child joined its first class of the district; null: no fact says so. */
  readonly arrivedOn: string | null;
}

export async function addFamilyLinks(
  transaction: WriteTransaction,
  links: readonly FamilyLink[],
): Promise<void> {
  if (links.length === 0) return;
  await sql`
    insert into point_families as own (student_id, carer_id, links)
    select student_id, carer_id, sum(change)
      from unnest(
        ${links.map((link) => link.student)}::uuid[],
        ${links.map((link) => link.carer)}::uuid[],
        ${links.map((link) => link.change)}::integer[]) as link (student_id, carer_id, change)
     group by student_id, carer_id
    on conflict on constraint one_row_a_pair do update set links = own.links + excluded.links
  `.execute(transaction);
}

export async function addArrivals(
  transaction: WriteTransaction,
  arrivals: readonly Arrival[],
): Promise<void> {
  if (arrivals.length === 0) return;
  await sql`
    insert into point_arrivals as own (student_id, arrived_on, times)
    select student_id, arrived_on, sum(change)
      from unnest(
        ${plainArray(arrivals.map(({ student }) => student))}::uuid[],
        ${plainArray(arrivals.map(({ day }) => day))}::date[],
        ${plainArray(arrivals.map(({ change }) => change))}::integer[])
        as arrival (student_id, arrived_on, change)
     group by student_id, arrived_on
    on conflict on constraint one_row_a_child_and_day
    do update set times = own.times + excluded.times`.execute(transaction);
}

/** Totals of all children whom any of these carers raises: the sum over all carers of the child. */
export async function totalsOfFamiliesOf(
  transaction: ReadTransaction,
  carers: readonly string[],
): Promise<FamilyTotal[]> {
  return totalsOf(
    transaction,
    sql`select distinct student_id
          from unnest(${plainArray(carers)}::uuid[]) as asked (carer_id)
          join point_families using (carer_id)
         where links > 0`,
  );
}

/** Totals of the given children; a child without carers is not in the answer. */
export async function totalsOfStudents(
  transaction: ReadTransaction,
  students: readonly string[],
): Promise<FamilyTotal[]> {
  return totalsOf(
    transaction,
    sql`select student_id from unnest(${plainArray(students)}::uuid[]) as asked (student_id)`,
  );
}

/** The next children's totals in the order of their ids; from the first one when `after` is null. */
export async function listTotalsAfter(
  transaction: ReadTransaction,
  after: string | null,
  most: number,
): Promise<FamilyTotal[]> {
  return totalsOf(
    transaction,
    sql`select distinct student_id from point_families
         where links > 0 and (${after}::uuid is null or student_id > ${after}::uuid)
         order by student_id limit ${most}`,
  );
}

/**
 * One look-up a child, lateral: so the plan is right for any number of children and on tables of any age. As one
 * grouped join it was planned while the tables were empty, and took seconds a step once they were not.
 */
async function totalsOf(
  transaction: ReadTransaction,
  students: RawBuilder<unknown>,
): Promise<FamilyTotal[]> {
  const { rows } = await sql<FamilyTotal>`
    select touched.student_id as student, family.carers, family.shares, family.amount,
           ${arrivedOn(sql`touched.student_id`)} as "arrivedOn"
      from (${students}) as touched
     cross join lateral (
       select array_agg(carer_id order by carer_id) as carers,
              array_agg(amount::integer order by carer_id) as shares,
              sum(amount)::bigint as amount
         from (select own.carer_id, coalesce(sum(earned.amount), 0) as amount
                 from point_families as own
                 left join term_balances as earned using (carer_id)
                where own.student_id = touched.student_id and own.links > 0
                group by own.carer_id) as share) as family
     where family.carers is not null
     order by touched.student_id`.execute(transaction);
  return rows;
}

function arrivedOn(student: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(select min(arrived_on) from point_arrivals
               where point_arrivals.student_id = ${student} and times > 0)`;
}

/** Every child's total, summed from the entries themselves and not from the balances: for recounts. */
export async function sumEntriesOfFamilies(transaction: ReadTransaction): Promise<FamilyTotal[]> {
  const { rows } = await sql<FamilyTotal>`
    with earned as (
      select carer_id, sum(amount) as amount from ledger_entries group by carer_id
    ), share as (
      select student_id, carer_id, coalesce(earned.amount, 0) as amount
        from point_families left join earned using (carer_id)
       where links > 0
    )
    select student_id as student, array_agg(carer_id order by carer_id) as carers,
           array_agg(amount::integer order by carer_id) as shares, sum(amount)::bigint as amount,
           ${arrivedOn(sql`share.student_id`)} as "arrivedOn"
      from share
     group by student_id`.execute(transaction);
  return rows;
}

/** Who raises a child. */
export type FamilyLinks = Pick<FamilyTotal, 'student' | 'carers' | 'arrivedOn'>;

const FAMILIES_A_FETCH = 2000;

/** Every child with its carers, in no particular order: for counting a whole district anew. */
export async function* streamFamilies(transaction: ReadTransaction): AsyncGenerator<FamilyLinks[]> {
  await sql`
    declare families no scroll cursor for
     select student_id as student, array_agg(carer_id) as carers,
            ${arrivedOn(sql`point_families.student_id`)} as "arrivedOn"
       from point_families where links > 0
      group by student_id`.execute(transaction);
  for (;;) {
    const { rows } = await sql<FamilyLinks>`
      fetch ${sql.lit(FAMILIES_A_FETCH)} from families`.execute(transaction);
    if (rows.length === 0) break;
    yield rows;
  }
  await sql`close families`.execute(transaction);
}
