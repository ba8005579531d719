-- Duties count organisations as the log knows them. Those that a district has already say so once: opened on the first
-- day of whoever was enrolled or worked there or below, and closed if they have ceased. The fact of an opening has the
-- organisation's own id, as one that an import opens; the same source again is dropped by the sequencer.
with began as (
  select class_id as place, began_on from enrolments
  union all
  select organisation_id, began_on from posts
), first as (
  select above as id, min(began_on) as began_on
    from began
    join organisations on organisations.id = began.place
   cross join unnest(lineage) as above
   group by above
), known as (
  select organisations.*, least(coalesce(first.began_on, date '2021-09-01'), closed_on) as opened_on
    from organisations left join first using (id)
)
insert into stated_facts (id, kind, at, organisation_id, subject_id, quantity, source, attributes)
select id, 'organisation.opened', opened_on::timestamp at time zone 'Asia/Shanghai', id, id, 1,
       'organisation:' || id || ':opened',
       jsonb_strip_nulls(jsonb_build_object('place_kind', kind, 'lineage', lineage, 'stage', stage,
                                            'entered_in', entered_in))
  from known
union all
select encode(set_bit(set_bit(overlay(
         uuid_send(gen_random_uuid())
         placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3)
         from 1 for 6), 52, 1), 53, 1), 'hex')::uuid,
       'organisation.closed', closed_on::timestamp at time zone 'Asia/Shanghai', id, id, 1,
       'organisation:' || id || ':closed:' || closed_on, jsonb_build_object('place_kind', kind)
  from known where closed_on is not null;
