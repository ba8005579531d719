import { type RawBuilder, sql } from 'kysely';
import {
  plainArray,
  type ReadTransaction,
  type WriteTransaction,
} from '../../../platform/index.ts';
import { OCCASION } from '../rules/holders.ts';
import { placesChanged } from './versions.ts';
import { readWholeTables } from './whole-tables.ts';

/** One holder's task in one period. */
export interface TaskKey {
  readonly duty: string;
  readonly period: string;
  readonly holder: string;
}

/** A duty in one of its periods. */
export interface PeriodKey {
  readonly duty: string;
  readonly period: string;
}

/** Which tasks a change may touch. */
export interface Scope {
  /** Whatever they owe. */
  readonly holders: readonly string[];
  readonly tasks: readonly TaskKey[];
  /** The `holder` is an organisation: all tasks of the duty and period in it. */
  readonly within: readonly TaskKey[];
}

/**
 * A task there is when its holder stays, on the due day, at a place that the duty asks of: the last stay counts, so a
 * child who changes class is owed the duty by the new one. Who came too late, or has left, has no task.
 * `p` asks, `s` is the stay, `o` the day of the occasion; `periods` and `occasions` say where to begin.
 */
function tasks(
  periods: RawBuilder<unknown> | null,
  occasions: RawBuilder<unknown> | null,
  progress = sql`duty_progress`,
) {
  const inPeriod = { period: sql`p.period`, dueOn: sql`p.due_on`, by: sql`p.joined_by`, progress };
  const onOccasion = { period: sql`o.key`, dueOn: sql`o.due_on`, by: sql`o.due_on`, progress };
  const arms = [periods && arm(periods, inPeriod), occasions && arm(occasions, onOccasion)].filter(
    (one) => one !== null,
  );
  return sql`(${sql.join(arms, sql` union all `)})`;
}

interface Asked {
  readonly period: RawBuilder<unknown>;
  readonly dueOn: RawBuilder<unknown>;
  readonly by: RawBuilder<unknown>;
  /** Where what was done is looked up. */
  readonly progress: RawBuilder<unknown>;
}

function arm(
  from: RawBuilder<unknown>,
  { period, dueOn, by, progress }: Asked,
): RawBuilder<unknown> {
  return sql`
    select p.duty, p.period as bucket, ${period} as period, s.holder, s.place, place.lineage,
           ${dueOn} as due_on, coalesce(own.quantity, 0) as quantity, p.target, p.red_days,
           coalesce(own.quantity, 0) >= p.target as done,
           coalesce(own.quantity, 0) < p.target and (coalesce(own.excuses, 0) > 0
             or p.word <> 'open' and exists (
                  select from duty_progress above
                   where above.duty = p.duty and above.period = ${period}
                     and above.holder = any(place.lineage) and above.excuses > 0)) as excused
      from ${from}
      join duty_places place on place.id = s.place
      left join ${progress} own
        on own.duty = p.duty and own.period = ${period} and own.holder = s.holder
     where s.from_day <= ${by} and (s.until_day is null or s.until_day >= ${dueOn})
       and (p.details is null or s.detail = any(p.details))
       and (p.stages is null or place.stage = any(p.stages))
       and (p.entered_in is null or place.entered_in = any(p.entered_in))
       and (p.flag is null or exists (
             select from duty_stays flag
              where flag.holder = s.holder and flag.word = 'flag' and flag.detail = p.flag
                and flag.from_day <= ${dueOn}
                and (flag.until_day is null or flag.until_day >= ${dueOn})))
       and not exists (
             select from duty_stays later
              where later.holder = s.holder and later.word = s.word
                and (p.details is null or later.detail = any(p.details))
                and (later.from_day, later.place, later.detail) > (s.from_day, s.place, s.detail)
                and later.from_day <= ${by}
                and (later.until_day is null or later.until_day >= ${dueOn}))`;
}

export function tasksIn({ holders, tasks: keys, within }: Scope): RawBuilder<unknown> {
  const arms: RawBuilder<unknown>[] = [];
  if (holders.length > 0) {
    const ids = sql`any(${plainArray(holders)}::uuid[])`;
    arms.push(
      tasks(
        sql`duty_stays s join duty_periods p
              on p.word = s.word and p.due_on is not null and s.holder = ${ids}`,
        sql`duty_stays s
            join duty_occasions o on o.holder = s.holder and o.times > 0 and s.holder = ${ids}
            join duty_periods p on p.duty = o.duty and p.due_on is null and p.word = s.word`,
      ),
    );
  }
  if (keys.length > 0) {
    arms.push(
      tasks(
        sql`${keysTable(keys)}
            join duty_periods p on p.duty = k.duty and p.period = k.period
            join duty_stays s on s.holder = k.holder and s.word = p.word and p.due_on is not null`,
        sql`${keysTable(keys)}
            join duty_occasions o
              on o.duty = k.duty and o.key = k.period and o.holder = k.holder and o.times > 0
            join duty_periods p on p.duty = o.duty and p.due_on is null
            join duty_stays s on s.holder = o.holder and s.word = p.word`,
      ),
    );
  }
  if (within.length > 0) {
    arms.push(
      tasks(
        sql`${keysTable(within)}
            join duty_periods p on p.duty = k.duty and p.period = k.period
            join duty_places below on below.lineage @> array[k.holder]
            join duty_stays s on s.place = below.id and s.word = p.word and p.due_on is not null`,
        null,
      ),
    );
  }
  if (arms.length === 0) return sql`select`;
  // A task may be named twice, or by two of these ways: it is one task.
  return sql`select distinct * from (${sql.join(arms, sql` union all `)}) as named`;
}

function keysTable(keys: readonly TaskKey[]): RawBuilder<unknown> {
  return sql`unnest(${plainArray(keys.map(({ duty }) => duty))}::text[],
                    ${keys.map(({ period }) => period)}::text[],
                    ${plainArray(keys.map(({ holder }) => holder))}::uuid[])
               as k (duty, period, holder)`;
}

/** Adds the tasks of a scope to the tallies of every place above them (1), or takes them away (−1). */
export async function tallyScope(
  transaction: WriteTransaction,
  scope: Scope,
  sign: 1 | -1,
): Promise<void> {
  if (scope.holders.length + scope.tasks.length + scope.within.length === 0) return;
  const finished = sql`select task.*, ${doneOn} as done_on from (${tasksIn(scope)}) as task`;
  await tally(transaction, finished, { sign, isNew: false });
}

/**
 * Tallies whole periods that were not tallied yet; the last that its transaction does. What was done in each is read at
 * once and joined: asked task by task, a district would take minutes.
 */
export async function tallyPeriods(
  transaction: WriteTransaction,
  keys: readonly PeriodKey[],
): Promise<void> {
  if (keys.length === 0) return;
  await readWholeTables(transaction);
  // What a new duty has is unknown to the planner, who takes it for next to nothing.
  await sql`set local enable_nestloop to off`.execute(transaction);
  for (const key of keys) {
    const sums = (await countsValues(transaction, key)) ? running : runningOfFacts;
    await tally(transaction, finishedIn(key, sums), { sign: 1, isNew: true });
  }
}

/** Whether a duty counts different values; what excuses is evidence without one. */
async function countsValues(
  transaction: WriteTransaction,
  { duty, period }: PeriodKey,
): Promise<boolean> {
  const { rows } = await sql<{ counts: boolean }>`
    select exists (
      select from duty_evidence
       where duty = ${duty} and (period = ${period} or ${period === OCCASION})
         and thing is not null) as counts`.execute(transaction);
  return rows[0]?.counts ?? false;
}

function finishedIn({ duty, period }: PeriodKey, sums: typeof running): RawBuilder<unknown> {
  const asked = sql`(select * from duty_periods where duty = ${duty} and period = ${period}) p`;
  const isOccasion = period === OCCASION;
  const ofThese = isOccasion ? sql`duty = ${duty}` : sql`duty = ${duty} and period = ${period}`;
  const progress = sql`(select * from duty_progress where ${ofThese} offset 0)`;
  const found = isOccasion
    ? tasks(
        null,
        sql`${asked}
            join duty_occasions o on o.duty = p.duty and o.times > 0 and p.due_on is null
            join duty_stays s on s.holder = o.holder and s.word = p.word`,
        progress,
      )
    : tasks(
        sql`${asked} join duty_stays s on s.word = p.word and p.due_on is not null`,
        null,
        progress,
      );
  return sql`
    select task.*, case when task.done then finish.day end as done_on
      from ${found} as task
      left join (
        select running.period, holder, min(day) as day
          from (${sums(ofThese)}) as running
         where reached >= (select target from ${asked})
         group by running.period, holder) as finish
        on finish.period = task.period and finish.holder = task.holder`;
}

async function tally(
  transaction: WriteTransaction,
  finished: RawBuilder<unknown>,
  { sign, isNew }: { readonly sign: 1 | -1; readonly isNew: boolean },
): Promise<void> {
  const addTallies = sql`
      on conflict on constraint tally_of_a_place do update
         set tasks = own.tasks + excluded.tasks,
             done = own.done + excluded.done,
             done_late = own.done_late + excluded.done_late,
             excused = own.excused + excluded.excused`;
  const addFinishes = sql`
    on conflict on constraint finishes_of_a_place do update set done = own.done + excluded.done`;
  await sql`
    with leaf as materialized (
      select duty, bucket, place, due_on, date_trunc('week', done_on::timestamp)::date as week,
             count(*) as tasks, count(*) filter (where done) as done,
             count(*) filter (where excused) as excused,
             count(*) filter (where done_on > due_on + red_days) as done_late
        -- Without the offset the day of doing is worked out anew for each use of it.
        from (${finished} offset 0) as task
       group by duty, bucket, place, due_on, week
    ), tallied as (
      insert into duty_tallies as own (duty, period, place, due_on, tasks, done, done_late, excused)
      select duty, bucket, above.place, due_on,
             ${sign} * sum(tasks), ${sign} * sum(done), ${sign} * sum(done_late),
             ${sign} * sum(excused)
        from leaf join duty_places here on here.id = leaf.place, unnest(here.lineage) as above (place)
       group by duty, bucket, above.place, due_on
      ${isNew ? sql`` : addTallies}
      returning place
    ), changed as (${placesChanged(sql`tallied`)})
    insert into duty_finishes as own (duty, period, place, week, done)
    select duty, bucket, above.place, week, ${sign} * sum(done)
      from leaf join duty_places here on here.id = leaf.place, unnest(here.lineage) as above (place)
     where week is not null
     group by duty, bucket, above.place, week
    ${isNew ? sql`` : addFinishes}
  `.execute(transaction);
}

/** What evidence adds up to, day by day, where no duty counts different values. */
function runningOfFacts(which: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select duty, period, holder, day, sum(sum(quantity)) over (task order by day) as reached
      from duty_evidence where ${which}
     group by duty, period, holder, day window task as (partition by duty, period, holder)`;
}

/** The same of any; of different values each counts from its first day. */
function running(which: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select duty, period, holder, day, sum(sum(gained)) over (task order by day) as reached
      from (select duty, period, holder, day,
                   case when thing is null then given
                        else (times > 0)::integer - (times - given > 0)::integer end as gained
              from (select duty, period, holder, thing, day, sum(quantity) as given,
                           sum(sum(quantity)) over (value order by day) as times
                      from duty_evidence where ${which}
                     group by duty, period, holder, thing, day
                    window value as (partition by duty, period, holder, thing)) as by_day) as gain
     group by duty, period, holder, day window task as (partition by duty, period, holder)`;
}

/**
 * The day on which a task was done: the first by whose end its facts add up to what is asked, however late they were
 * told. What was taken back was never done, for a reversal bears the day of its fact.
 */
export const doneOn = sql`
  case when task.done then (
    select min(day)
      from (${running(sql`duty = task.duty and period = task.period and holder = task.holder`)})
           as running
     where reached >= task.target) end`;

/** A task with how much of it is done. */
export interface Task extends TaskKey {
  readonly place: string;
  readonly due_on: string;
  readonly quantity: number;
  readonly target: number;
  readonly done: boolean;
  /** The day on which it reached what is asked; null while it has not. */
  readonly done_on: string | null;
  readonly excused: boolean;
}

/** Where a list of tasks goes on: the last task of the page before. */
export type TaskAfter = readonly [place: string, holder: string, period: string];

/** Which tasks a page of a list has. */
export interface TaskPage {
  readonly standing?: Standing;
  readonly after?: TaskAfter;
  readonly most: number;
}

/**
 * The tasks of a duty and period at a place and below it, place by place. Only places whose tallies have such a task are
 * looked into, one after the other, until the page is full: a page costs its tasks, not those of the district. Of the
 * district itself the tallies are read in order, for all of them lie in it.
 */
export async function listTasks(
  transaction: ReadTransaction,
  { duty, period, holder: place }: TaskKey,
  { standing, after, most }: TaskPage,
): Promise<Task[]> {
  const asked = sql`p.word = s.word and p.duty = ${duty} and p.period = ${period}`;
  const isThere = sql`own.duty = ${duty} and own.period = ${period}
                  and ${standing ? tallied[standing] : sql`own.tasks`} > 0`;
  const isOnPage = (id: RawBuilder<unknown>) =>
    after ? sql`${id} >= ${after[0]}::uuid` : sql`true`;
  const isDistrict = sql`(select cardinality(lineage) = 1 from duty_places where id = ${place}::uuid)`;
  const places = sql`
    (select distinct place as id from duty_tallies own
      where ${isDistrict} and ${isThere} and ${isOnPage(sql`place`)})
     union all
    (select id from duty_places
      where not ${isDistrict} and lineage @> array[${place}::uuid] and ${isOnPage(sql`id`)}
        and exists (select from duty_tallies own where ${isThere} and own.place = duty_places.id))
     order by id`;
  const page = sql<Task>`
    select duty, period, holder, place, due_on, quantity, target, done, excused,
           ${doneOn} as done_on
      from (${places}) as below
     cross join lateral (${tasks(
       sql`duty_stays s
           join duty_periods p on s.place = below.id and p.due_on is not null and ${asked}`,
       sql`duty_stays s
           join duty_periods p on s.place = below.id and p.due_on is null and ${asked}
           join duty_occasions o on o.duty = p.duty and o.holder = s.holder and o.times > 0`,
     )}) as task
     where ${standing ? standingIs[standing] : sql`true`}
       and ${after ? sql`(below.id, holder, period) > (${after[0]}::uuid, ${after[1]}::uuid, ${after[2]})` : sql`true`}
     order by below.id, holder, period limit ${most}`;
  // Planning it costs several times what it costs to run.
  const planOnce = sql`set local plan_cache_mode to force_generic_plan`;
  const [, { rows }] = await Promise.all([
    planOnce.execute(transaction),
    page.execute(transaction),
  ]);
  return rows;
}

/** How much of each task is done now, asked by its period and holder. */
export async function quantitiesOf(
  transaction: ReadTransaction,
  duty: string,
  tasks: readonly Pick<Task, 'period' | 'holder'>[],
): Promise<(task: Pick<Task, 'period' | 'holder'>) => number> {
  if (tasks.length === 0) return () => 0;
  const holders = plainArray([...new Set(tasks.map(({ holder }) => holder))]);
  const periods = [...new Set(tasks.map(({ period }) => period))];
  const { rows } = await sql<Pick<Task, 'period' | 'holder' | 'quantity'>>`
    select period, holder, quantity from duty_progress
     where duty = ${duty} and period = any(${periods}::text[]) and holder = any(${holders}::uuid[])
  `.execute(transaction);
  const nameOf = ({ period, holder }: Pick<Task, 'period' | 'holder'>) => `${period} ${holder}`;
  const quantities = new Map(rows.map((row) => [nameOf(row), row.quantity]));
  return (task) => quantities.get(nameOf(task)) ?? 0;
}

export const standings = ['open', 'done', 'excused'] as const;
export type Standing = (typeof standings)[number];

const standingIs: Record<Standing, RawBuilder<unknown>> = {
  open: sql`not done and not excused`,
  done: sql`done`,
  excused: sql`excused`,
};

/** The same, of a tally. */
const tallied: Record<Standing, RawBuilder<unknown>> = {
  open: sql`own.tasks - own.done - own.excused`,
  done: sql`own.done`,
  excused: sql`own.excused`,
};
