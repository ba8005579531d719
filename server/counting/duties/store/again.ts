import { sql } from 'kysely';
import { factsUpTo } from '../../../facts/index.ts';
import { type Duty, dayAfter, isWorkingDay, type Plan } from '../../../plan/index.ts';
import type { WriteTransaction } from '../../../platform/index.ts';
import type { Asking } from '../rules/holders.ts';
import { readWholeTables } from './whole-tables.ts';

/** What a period asks, with the days on which deeds count for it. */
export interface AskingAgain extends Asking {
  readonly begins_on: string | null;
  readonly collects_until: string | null;
}

/** Kinds of fact that tell who there is: of whatever day, for who came years ago may still be there. */
const population = [
  ...['organisation.opened', 'organisation.closed', 'student.enrolled', 'student.left'],
  ...['student.flagged', 'student.unflagged', 'post.began', 'post.ended'],
  ...['body.formed', 'body.dissolved', 'duty.excused'],
];

/** What the plan asks, as tables of this transaction. */
export async function createAgain(
  transaction: WriteTransaction,
  plan: Plan,
  asked: readonly AskingAgain[],
): Promise<void> {
  const { duties } = plan;
  await sql`
    create temporary table again_duties on commit drop as
    select * from jsonb_to_recordset(${JSON.stringify(duties.map(dutyRow))}::jsonb)
        as (duty text, fact text, conditions jsonb, parts text[], thing text, minutes boolean,
            key text)`.execute(transaction);
  await sql`
    create temporary table again_excusing on commit drop as
    select * from jsonb_to_recordset(${JSON.stringify(duties.flatMap(excusingRows))}::jsonb)
        as (duty text, fact text, conditions jsonb)`.execute(transaction);
  await sql`
    create temporary table again_asking on commit drop as
    select * from jsonb_to_recordset(${JSON.stringify(duties.flatMap(askingRows))}::jsonb)
        as (duty text, fact text, conditions jsonb, key text, days integer, working boolean, since date,
            until date)`.execute(transaction);
  await sql`
    create temporary table again_population on commit drop as
    select kind, date '-infinity' as since, date 'infinity' as until
      from unnest(${population}::text[]) as kind`.execute(transaction);
  await sql`
    create temporary table again_working_days on commit drop as
    select day::date, number from unnest(${workingDays(plan)}::text[]) with ordinality as working (day, number)
  `.execute(transaction);
  await sql`
    create temporary table again_periods on commit drop as
    select * from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb)
        as (duty text, period text, word text, details text[], stages text[], entered_in integer[],
            flag text, due_on date, joined_by date, target integer, red_days integer, begins_on date,
            collects_until date)`.execute(transaction);
}

function dutyRow({ id, counts, versions }: Duty) {
  const [every] = versions.flatMap((version) =>
    version.every.kind === 'occasion' ? [version.every] : [],
  );
  return {
    duty: id,
    fact: counts.fact,
    conditions: conditionsOf(counts.when),
    parts: counts.holder,
    thing: counts.distinct ?? null,
    minutes: versions[0]?.unit === 'minutes',
    key: every?.after.key ?? null,
  };
}

function excusingRows({ id, excusedBy }: Duty) {
  return excusedBy.map(({ fact, when }) => ({ duty: id, fact, conditions: conditionsOf(when) }));
}

function askingRows({ id, versions }: Duty) {
  return versions.flatMap(({ every, effectiveFrom: since, effectiveUntil: until = null }) => {
    if (every.kind !== 'occasion') return [];
    const { fact, when, key, days, workingDays: working } = every.after;
    return [{ duty: id, fact, conditions: conditionsOf(when), key, days, working, since, until }];
  });
}

/** Every working day of the plan's calendar, and of the half year after it. */
function workingDays(plan: Plan): string[] {
  const days: string[] = [];
  const last = `${Number(plan.schoolYears.at(-1)?.endsOn.slice(0, 4)) + 1}-02-28`;
  for (let day = plan.schoolYears[0]?.beginsOn ?? last; day <= last; day = dayAfter(day)) {
    if (isWorkingDay(plan, day)) days.push(day);
  }
  return days;
}

function conditionsOf(when: Duty['counts']['when']): Record<string, readonly string[]> {
  return Object.fromEntries(when.map(({ attribute, in: values }) => [attribute, values]));
}

/** A fact meets conditions when each attribute asked for has one of the values. */
const meets = sql`not exists (
  select from jsonb_each(asking.conditions) as asked
   where not coalesce(asked.value ? (fact.attributes ->> asked.key), false))`;

/** The population, the deeds and the occasions, from the facts up to a place in the log. */
export async function fillAgain(transaction: WriteTransaction, upTo: number): Promise<void> {
  await readWholeTables(transaction);
  await sql`
    create temporary table again_wanted on commit drop as
    select kind, since, until from again_population
     union
    select reads.fact, coalesce(asked.begins_on, '-infinity'), coalesce(asked.collects_until, 'infinity')
      from again_periods asked
      join (select duty, fact from again_duties union select duty, fact from again_excusing
            union select duty, fact from again_asking) as reads using (duty)`.execute(transaction);
  await sql`
    create temporary table again_facts on commit drop as
    select place, kind, subject_id as subject, organisation_id as organisation, attributes,
           quantity, sign(quantity)::integer as sign, day
      from (select *, (at at time zone 'Asia/Shanghai')::date as day
              from ${factsUpTo(upTo)} as log) as log
     where exists (select from again_wanted wanted
                    where wanted.kind = log.kind and log.day between wanted.since and wanted.until)
  `.execute(transaction);
  await sql`
    create temporary table again_places on commit drop as
    select distinct on (subject) subject as id, attributes ->> 'stage' as stage,
           (attributes ->> 'entered_in')::integer as entered_in,
           array(select jsonb_array_elements_text(attributes -> 'lineage')::uuid) as lineage
      from again_facts where kind = 'organisation.opened' order by subject, place desc
  `.execute(transaction);
  await sql`
    create temporary table again_moves on commit drop as
    select *, sum(times) over (partition by holder, word, place, detail order by day) as here
      from (
        select subject as holder, word,
               case word when 'class' then (attributes ->> 'class')::uuid
                         when 'open' then subject when 'flag' then subject
                         else organisation end as place,
               coalesce(attributes ->> detail, '') as detail, day, sum(sign * comes) as times
          from again_facts join (values
                 ('organisation.opened', 'open', 'place_kind', 1),
                 ('organisation.closed', 'open', 'place_kind', -1),
                 ('student.enrolled', 'class', '', 1), ('student.left', 'class', '', -1),
                 ('student.flagged', 'flag', 'flag', 1), ('student.unflagged', 'flag', 'flag', -1),
                 ('post.began', 'post', 'role', 1), ('post.ended', 'post', 'role', -1),
                 ('body.formed', 'body', 'body', 1), ('body.dissolved', 'body', 'body', -1)
               ) as moving (kind, word, detail, comes) using (kind)
         group by 1, 2, 3, 4, 5
      ) as move`.execute(transaction);
  await sql`create index on again_moves (holder, word, place, detail, day)`.execute(transaction);
  await sql`analyze again_facts, again_moves`.execute(transaction);
  await sql`
    create temporary table again_stays on commit drop as
    select holder, word, place, detail, day as from_day,
           (select min(day) from again_moves ending
             where ending.holder = began.holder and ending.word = began.word
               and ending.place = began.place and ending.detail = began.detail
               and ending.day > began.day and ending.here <= 0) as until_day
      from again_moves began where here > 0 and here - times <= 0`.execute(transaction);
  await sql`
    create temporary table again_occasions on commit drop as
    select asking.duty, fact.attributes ->> asking.key as key, fact.subject as holder,
           case when asking.working
                then (select day from again_working_days
                       where number = asking.days + (select count(*) from again_working_days past
                                                      where past.day <= fact.day))
                else fact.day + asking.days end as due_on
      from again_facts fact join again_asking asking on asking.fact = fact.kind and ${meets}
     where fact.day >= asking.since and fact.day <= coalesce(asking.until, 'infinity')
     group by 1, 2, 3, 4 having sum(fact.sign) > 0`.execute(transaction);
  await fillDeeds(transaction);
  await fillTasks(transaction);
}

async function fillDeeds(transaction: WriteTransaction): Promise<void> {
  await sql`
    create temporary table again_deeds on commit drop as
    with done as (
      select asking.duty, asking.minutes, asking.thing,
             coalesce(asked.period, fact.attributes ->> asking.key) as period, holder,
             fact.sign, fact.quantity, fact.day,
             case asking.thing when 'subject' then fact.subject::text
                               else fact.attributes ->> asking.thing end as value
        from again_facts fact
        join again_duties asking on asking.fact = fact.kind and ${meets}
        left join again_periods asked on asked.duty = asking.duty and asking.key is null
                                     and fact.day between asked.begins_on and asked.collects_until
       cross join lateral (
         select distinct case
                  when part = 'subject' then fact.subject
                  when part = 'organisation' then fact.organisation
                  when jsonb_typeof(fact.attributes -> part) = 'string'
                    then (fact.attributes ->> part)::uuid end as holder
           from unnest(asking.parts) as part
         union
         select value::uuid
           from unnest(asking.parts) as part,
                jsonb_array_elements_text(case jsonb_typeof(fact.attributes -> part)
                                          when 'array' then fact.attributes -> part
                                          else '[]' end) as value
       ) as named
       where holder is not null
    )
    select duty, period, holder, day, sum(case when minutes then quantity else sign end) as quantity
      from done where period is not null and thing is null group by duty, period, holder, day
     union all
    select duty, period, holder, day, count(*)
      from (select duty, period, holder, value, min(day) as day
              from (select duty, period, holder, value, day from done
                     where period is not null and thing is not null
                     group by duty, period, holder, value, day having sum(sign) > 0) as standing
             group by duty, period, holder, value) as different
     group by duty, period, holder, day`.execute(transaction);
  await sql`
    create temporary table again_excuses on commit drop as
    select duty, period, holder from (
      select asking.duty, asked.period, fact.subject as holder, fact.sign
        from again_facts fact
        join again_excusing asking on asking.fact = fact.kind and ${meets}
        join again_periods asked on asked.duty = asking.duty
                                and fact.day between asked.begins_on and asked.collects_until
       union all
      select attributes ->> 'duty', attributes ->> 'period', subject, sign
        from again_facts where kind = 'duty.excused'
    ) as excuse group by duty, period, holder having sum(sign) > 0`.execute(transaction);
  await sql`
    create temporary table again_done on commit drop as
    with running as (
      select duty, period, holder, day, sum(quantity) over task as total,
             sum(quantity) over (task order by day) as reached
        from again_deeds window task as (partition by duty, period, holder)
    ), asked as (
      select distinct duty, case when due_on is not null then period end as period, target
        from again_periods
    )
    select running.duty, running.period, holder, target, min(day) as done_on
      from running
      join asked on asked.duty = running.duty
                and (asked.period is null or asked.period = running.period)
     where total >= target and reached >= target group by 1, 2, 3, 4`.execute(transaction);
  await sql`create index on again_stays (word, holder)`.execute(transaction);
  await sql`analyze again_stays, again_done, again_excuses, again_periods, again_places`.execute(
    transaction,
  );
}

/** Every task there is: whose, where, done on which day, excused or not. */
async function fillTasks(transaction: WriteTransaction): Promise<void> {
  await sql`
    create temporary table again_tasks on commit drop as
    with asked as (
      select duty, period, period as bucket, word, details, stages, entered_in, flag, due_on,
             joined_by, target, red_days, null::uuid as holder
        from again_periods where due_on is not null
       union all
      select duty, key, 'occasion', word, details, stages, entered_in, flag, occasion.due_on,
             occasion.due_on, target, red_days, occasion.holder
        from again_occasions occasion
        join again_periods using (duty) where again_periods.due_on is null
    ), there as (
      select distinct on (asked.duty, asked.period, asked.due_on, stay.holder)
             asked.*, stay.holder as who, stay.place
        from asked join again_stays stay using (word)
       where (asked.holder is null or asked.holder = stay.holder)
         and (asked.details is null or stay.detail = any(asked.details))
         and stay.from_day <= asked.joined_by and coalesce(stay.until_day, 'infinity') >= asked.due_on
       order by asked.duty, asked.period, asked.due_on, stay.holder,
                stay.from_day desc, stay.place desc, stay.detail desc
    ), places_excused as (
      select duty, period, array_agg(holder) as places
        from again_excuses join again_places place on place.id = holder group by duty, period
    )
    select there.duty, there.bucket as period, there.due_on, place.lineage,
           done_on is not null as done, there.red_days, done_on,
           (there.duty, there.period, there.who) in (select duty, period, holder from again_excuses)
             or there.word <> 'open' and coalesce(place.lineage && places_excused.places, false)
             as excused
      from there join again_places place on place.id = there.place
      left join again_done done on done.duty = there.duty and done.period = there.period
                               and done.holder = there.who and done.target = there.target
      left join places_excused on places_excused.duty = there.duty
                              and places_excused.period = there.period
     where (there.stages is null or place.stage = any(there.stages))
       and (there.entered_in is null or place.entered_in = any(there.entered_in))
       and (there.flag is null or exists (
             select from again_stays flag
              where flag.word = 'flag' and flag.holder = there.who and flag.detail = there.flag
                and flag.from_day <= there.due_on
                and coalesce(flag.until_day, 'infinity') >= there.due_on))`.execute(transaction);
}

/** Where the figures of the boards differ from those of the facts. */
export async function differencesAgain(transaction: WriteTransaction) {
  const { rows } = await sql<{
    duty: string;
    period: string;
    day: string;
    place: string;
    counted: string | null;
    recounted: string | null;
  }>`
    with recounted as (
      select duty, period, 'due on ' || due_on as day, above as place,
             count(*) || ' ' || count(*) filter (where done) || ' '
               || count(*) filter (where excused and not done) || ' '
               || count(*) filter (where done_on > due_on + red_days) as figures
        from again_tasks, unnest(lineage) as above group by duty, period, due_on, above
       union all
      select duty, period, 'done in the week of ' || date_trunc('week', done_on)::date, above,
             count(*)::text
        from again_tasks, unnest(lineage) as above where done group by 1, 2, 3, 4
    ), counted as (
      select duty, period, 'due on ' || due_on as day, place,
             tasks || ' ' || done || ' ' || excused || ' ' || done_late as figures
        from duty_tallies where tasks <> 0
       union all
      select duty, period, 'done in the week of ' || week, place, done::text
        from duty_finishes where done <> 0
    )
    select duty, period, day, place, counted.figures as counted, recounted.figures as recounted
      from recounted
      full join (select * from counted
                  where (duty, period) in (select duty, period from again_periods)) as counted
     using (duty, period, day, place)
     where counted.figures is distinct from recounted.figures
     order by duty, period, day, place`.execute(transaction);
  return rows;
}
