import { type RawBuilder, sql } from 'kysely';
import { plainArray, type WriteTransaction } from '../../../platform/index.ts';
import type { Deed, Move, ToldOccasion, ToldPlace } from '../rules/tell.ts';
import type { TaskKey } from './tasks.ts';
import { everywhereChanged } from './versions.ts';

/** Organisations as the latest fact tells them. Gives those that were told otherwise before. */
export async function keepPlaces(
  transaction: WriteTransaction,
  places: readonly ToldPlace[],
): Promise<void> {
  if (places.length === 0) return;
  await sql`
    insert into duty_places as own (id, kind, stage, entered_in, lineage, told_at)
    select distinct on (id) id, kind, stage, entered_in, lineage::uuid[], told_at
      from unnest(
        ${plainArray(places.map(({ id }) => id))}::uuid[],
        ${plainArray(places.map(({ kind }) => kind))}::text[],
        ${plainArray(places.map(({ stage }) => stage))}::text[],
        ${plainArray(places.map(({ entered_in }) => entered_in))}::integer[],
        ${places.map(({ lineage }) => `{${lineage.join(',')}}`)}::text[],
        ${plainArray(places.map(({ told_at }) => told_at))}::bigint[])
        as told (id, kind, stage, entered_in, lineage, told_at)
     order by id, told_at desc
    on conflict (id) do update
       set kind = excluded.kind, stage = excluded.stage, entered_in = excluded.entered_in,
           lineage = excluded.lineage, told_at = excluded.told_at
     where own.told_at < excluded.told_at`.execute(transaction);
}

/** Who stays at some places: whom a place told anew concerns. */
export async function whoStaysAt(
  transaction: WriteTransaction,
  places: readonly string[],
): Promise<string[]> {
  if (places.length === 0) return [];
  const { rows } = await sql<{ holder: string }>`
    select distinct holder from duty_stays where place = any(${plainArray(places)}::uuid[])
  `.execute(transaction);
  return rows.map(({ holder }) => holder);
}

/** Adds moves and sums up the stays of all who moved. */
export async function keepMoves(
  transaction: WriteTransaction,
  moves: readonly Move[],
): Promise<void> {
  if (moves.length === 0) return;
  const holders = plainArray([...new Set(moves.map(({ holder }) => holder))]);
  await sql`
    insert into duty_moves as own (holder, word, place, detail, day, times)
    select holder, word, place, detail, day, sum(times)
      from unnest(
        ${plainArray(moves.map(({ holder }) => holder))}::uuid[],
        ${plainArray(moves.map(({ word }) => word))}::text[],
        ${plainArray(moves.map(({ place }) => place))}::uuid[],
        ${moves.map(({ detail }) => detail)}::text[],
        ${plainArray(moves.map(({ day }) => day))}::date[],
        ${plainArray(moves.map(({ times }) => times))}::integer[])
        as move (holder, word, place, detail, day, times)
     group by holder, word, place, detail, day
    on conflict on constraint moves_of_a_day do update set times = own.times + excluded.times
  `.execute(transaction);
  await sql`delete from duty_stays where holder = any(${holders}::uuid[])`.execute(transaction);
  await sql`
    insert into duty_stays (holder, word, place, detail, from_day, until_day)
    ${staysOf(sql`duty_moves where holder = any(${holders}::uuid[])`)}`.execute(transaction);
}

/** A stay begins on the day on which comings outnumber goings, and ends on the day on which they no longer do. */
function staysOf(moves: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select holder, word, place, detail, day, until_day
      from (select *, lead(day) over stay as until_day
              from (select *, lag(here, 1, 0) over stay as before
                      from (select *, sum(times) over stay as here from ${moves}
                            window stay as (partition by holder, word, place, detail order by day)
                           ) as running
                    window stay as (partition by holder, word, place, detail order by day)
                   ) as compared
             where (here > 0) <> (before > 0)
            window stay as (partition by holder, word, place, detail order by day)) as edge
     where here > 0`;
}

export async function keepOccasions(
  transaction: WriteTransaction,
  occasions: readonly ToldOccasion[],
): Promise<void> {
  if (occasions.length === 0) return;
  await sql`
    insert into duty_occasions as own (duty, key, holder, due_on, times)
    select duty, key, holder, due_on, sum(times)
      from unnest(
        ${plainArray(occasions.map(({ duty }) => duty))}::text[],
        ${occasions.map(({ key }) => key)}::text[],
        ${plainArray(occasions.map(({ holder }) => holder))}::uuid[],
        ${plainArray(occasions.map(({ due_on }) => due_on))}::date[],
        ${plainArray(occasions.map(({ times }) => times))}::integer[])
        as told (duty, key, holder, due_on, times)
     group by duty, key, holder, due_on
    on conflict on constraint an_occasion_asks_once do update set times = own.times + excluded.times
  `.execute(transaction);
}

/**
 * Of the tasks that deeds touch those whose standing they may change: done or not, since when, excused or not. A deed of
 * a duty that counts different values may always; one of a task that is done only if it is told late, or takes back.
 */
export async function changingTasks(
  transaction: WriteTransaction,
  deeds: readonly Deed[],
): Promise<TaskKey[]> {
  const { rows } = await sql<TaskKey>`
    select given.duty, given.period, given.holder
      from (select duty, period, holder, sum(quantity) as quantity, sum(excuses) as excuses,
                   bool_or(different = 1) as differs, bool_or(quantity < 0) as takes_back,
                   min(day) as first_day
              from ${deedsTable(deeds)} group by duty, period, holder) as given
      left join duty_periods asked on asked.duty = given.duty
                                  and asked.period in (given.period, 'occasion')
      left join duty_progress own on own.duty = given.duty and own.period = given.period
                                 and own.holder = given.holder
     where given.excuses <> 0 or given.differs
        or (coalesce(own.quantity, 0) >= asked.target)
           <> (coalesce(own.quantity, 0) + given.quantity >= asked.target)
        or own.quantity >= asked.target and (given.takes_back or given.first_day < own.last_day)`.execute(
    transaction,
  );
  return rows;
}

/** Adds what deeds add, and remembers which facts they were. */
export async function keepDeeds(
  transaction: WriteTransaction,
  deeds: readonly Deed[],
): Promise<void> {
  await keepProgress(
    transaction,
    deeds.filter(({ thing }) => thing === null),
  );
  await keepThings(transaction, deeds.filter(hasThing));
  if (deeds.length === 0) return;
  await sql`insert into duty_evidence (duty, period, holder, fact, day, quantity, thing)
            ${evidenceIn(deeds)} on conflict do nothing`.execute(transaction);
}

/**
 * The same of duties of which nothing is kept, counted from the first fact on; each step has facts of its own. What
 * deeds add up to comes at the end, by `sumUp`. Rows that cannot be there are not looked for: that took half the time.
 */
export async function keepDeedsAnew(
  transaction: WriteTransaction,
  {
    deeds,
    occasions,
  }: { readonly deeds: readonly Deed[]; readonly occasions: readonly ToldOccasion[] },
): Promise<void> {
  await keepOccasions(transaction, occasions);
  await keepThings(transaction, deeds.filter(hasThing));
  await sql`
    insert into duty_evidence (duty, period, holder, fact, day, quantity, thing)
    select duty, period, holder, fact, day, quantity, thing from ${deedsTable(onceAFact(deeds))}
  `.execute(transaction);
}

/** A fact that names a holder twice is one piece of evidence, as in `evidenceIn`. */
function onceAFact(deeds: readonly Deed[]): Deed[] {
  const once = new Map<string, Deed>();
  for (const deed of deeds) {
    const key = `${deed.fact} ${deed.holder} ${deed.duty} ${deed.period}`;
    const known = once.get(key);
    const quantity = deed.quantity + (known?.quantity ?? 0);
    once.set(key, { ...deed, quantity, thing: known?.thing ?? deed.thing });
  }
  return [...once.values()];
}

/**
 * What the evidence of duties that count facts adds up to, and what excuses in any; different values were counted as
 * they came.
 */
export async function sumUp(
  transaction: WriteTransaction,
  duties: readonly string[],
  excusing: readonly Deed[],
): Promise<void> {
  await sql`
    insert into duty_progress (duty, period, holder, quantity, excuses, last_day)
    select duty, period, holder, sum(quantity), 0, max(day)
      from duty_evidence where duty = any(${duties}::text[])
     group by duty, period, holder order by duty, period, holder`.execute(transaction);
  await keepProgress(
    transaction,
    excusing.map((deed) => ({ ...deed, quantity: 0 })),
  );
}

const hasThing = ({ thing }: Deed) => thing !== null;

function evidenceIn(deeds: readonly Deed[]): RawBuilder<unknown> {
  return sql`
    select duty, period, holder, fact, min(day), sum(quantity), min(thing)
      from ${deedsTable(deeds)} group by duty, period, holder, fact`;
}

async function keepProgress(transaction: WriteTransaction, deeds: readonly Deed[]): Promise<void> {
  if (deeds.length === 0) return;
  await addProgress(
    transaction,
    sql`select duty, period, holder, sum(quantity)::integer, sum(excuses)::integer, max(day)
          from ${deedsTable(deeds)} group by duty, period, holder`,
  );
}

/** A value counts from its first fact until the last one is taken back. */
async function keepThings(transaction: WriteTransaction, deeds: readonly Deed[]): Promise<void> {
  if (deeds.length === 0) return;
  await addProgress(
    transaction,
    sql`
      select duty, period, holder,
             sum((before + times > 0)::integer - (before > 0)::integer)::integer, 0, max(last_day)
        from had group by duty, period, holder`,
    sql`
      with given as (
        select duty, period, holder, thing, sum(quantity)::integer as times,
               max(day) as last_day
          from ${deedsTable(deeds)} group by duty, period, holder, thing
      ), had as (
        select given.*, coalesce(own.times, 0) as before
          from given left join duty_things own using (duty, period, holder, thing)
      ), kept as (
        insert into duty_things (duty, period, holder, thing, times)
        select duty, period, holder, thing, before + times from had
        on conflict on constraint a_thing_counts_once do update set times = excluded.times
      )`,
  );
}

async function addProgress(
  transaction: WriteTransaction,
  added: RawBuilder<unknown>,
  before = sql``,
): Promise<void> {
  await sql`
    ${before}
    insert into duty_progress as own (duty, period, holder, quantity, excuses, last_day)
    ${added}
    on conflict on constraint progress_of_a_task do update
       set quantity = own.quantity + excluded.quantity, excuses = own.excuses + excluded.excuses,
           last_day = greatest(own.last_day, excluded.last_day)
  `.execute(transaction);
}

function deedsTable(deeds: readonly Deed[]): RawBuilder<unknown> {
  return sql`unnest(
    ${plainArray(deeds.map(({ duty }) => duty))}::text[],
    ${deeds.map(({ period }) => period)}::text[],
    ${plainArray(deeds.map(({ holder }) => holder))}::uuid[],
    ${plainArray(deeds.map(({ quantity }) => quantity))}::integer[],
    ${plainArray(deeds.map(({ excuses }) => excuses))}::integer[],
    ${deeds.map(({ thing }) => thing)}::text[],
    ${plainArray(deeds.map(({ thing }) => (thing === null ? 0 : 1)))}::integer[],
    ${plainArray(deeds.map(({ fact }) => fact))}::bigint[],
    ${plainArray(deeds.map(({ day }) => day))}::date[])
    as deed (duty, period, holder, quantity, excuses, thing, different, fact, day)`;
}

export async function keepKinds(
  transaction: WriteTransaction,
  kinds: readonly string[],
): Promise<void> {
  if (kinds.length === 0) return;
  await sql`
    with seen as (
      insert into duty_kinds_seen select unnest(${plainArray(kinds)}::text[])
      on conflict do nothing returning kind
    ) ${everywhereChanged(sql`seen`)}`.execute(transaction);
}
