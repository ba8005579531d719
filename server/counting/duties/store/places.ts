import { sql } from 'kysely';
import type { ReadTransaction } from '../../../platform/index.ts';

/** A body, and where it is. */
export interface BodyAt {
  readonly body: string;
  readonly place: string;
}

/** The bodies of a kind that are or were at some places; those formed first come first. */
export async function listBodiesAt(
  transaction: ReadTransaction,
  places: readonly string[],
  kind: string,
): Promise<BodyAt[]> {
  const { rows } = await sql<BodyAt>`
    select holder as body, place
      from duty_stays
     where place = any(${places}::uuid[]) and word = 'body' and detail = ${kind}
     group by holder, place
     order by place, min(from_day), holder`.execute(transaction);
  return rows;
}

/** What an organisation did of what a duty counts, whether or not the duty asks it of this one. */
export interface PlaceDone {
  readonly place: string;
  readonly kind: string;
  readonly lineage: readonly string[];
  readonly duty: string;
  /** Facts, different values or minutes. */
  readonly done: number;
}

/**
 * What each organisation of some kinds, at a place and below it, that there is on a day, did of some duties in a period;
 * also who did nothing. Read from what is counted of each task: as many rows as organisations, however many facts.
 */
export async function listDoneByPlaces(
  transaction: ReadTransaction,
  asked: {
    readonly duties: readonly string[];
    readonly period: string;
    readonly within: string;
    readonly kinds: readonly string[];
    readonly on: string;
  },
): Promise<PlaceDone[]> {
  const { rows } = await sql<PlaceDone>`
    select own.id as place, own.kind, own.lineage, duty.duty, coalesce(progress.quantity, 0) as done
      from duty_places own
     cross join unnest(${asked.duties}::text[]) as duty (duty)
      left join duty_progress progress
        on progress.duty = duty.duty and progress.period = ${asked.period}
       and progress.holder = own.id
     where own.kind = any(${asked.kinds}::text[]) and own.lineage @> array[${asked.within}::uuid]
       and exists (select from duty_stays open
                    where open.holder = own.id and open.word = 'open'
                      and open.from_day <= ${asked.on}
                      and (open.until_day is null or open.until_day >= ${asked.on}))
     order by own.id, duty.duty`.execute(transaction);
  return rows;
}
