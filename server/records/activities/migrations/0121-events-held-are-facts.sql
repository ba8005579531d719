-- How many came to an event, in all its sessions that are over. A private slot is known to its counsellor and the family
-- alone; whoever puts another one right may still learn whether anybody was there, and no more.
create or replace function people_present(whole uuid) returns integer
language sql stable security definer set search_path from current as $$
  select count(distinct carer_id)::integer
    from attendances join activities on activities.id = activity_id
   where (activities.id = whole or activities.part_of = whole)
     and activities.state = 'finished' and minutes > 0
$$;
revoke all on function people_present from public;
grant execute on function people_present to gongyu_app;

-- Events that were over before an event held was a fact. What a kind counts as is the plan's to say; of those held, the
-- facts of who came have said it.
with present as (
  select coalesce(part_of, activities.id) as id, count(distinct carer_id) as people,
         (array_agg(finished_by order by finished_at))[1] as finished_by
    from activities join attendances on activity_id = activities.id
   where state = 'finished' and minutes > 0
   group by 1
), known as (
  select distinct on (kind) kind, counts_as
    from (select attributes ->> 'kind' as kind, attributes ->> 'counts_as' as counts_as, max(place) as place
            from facts
           where kind in ('activity.attended', 'activity.spoke', 'activity.volunteered')
           group by 1, 2) as said
   order by kind, place desc
)
insert into stated_facts (id, kind, at, organisation_id, subject_id, actor_id, quantity, source, attributes)
select encode(set_bit(set_bit(overlay(
         uuid_send(gen_random_uuid())
         placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3)
         from 1 for 6), 52, 1), 53, 1), 'hex')::uuid,
       'activity.held', begins_at, host_id, host_id, present.finished_by, 1, 'activity-held:' || whole.id,
       jsonb_build_object('activity', whole.id, 'kind', whole.kind, 'counts_as', counts_as,
                          'host_kind', host_kind, 'people', people)
  from present
  join activities as whole using (id)
  join known on known.kind = whole.kind;
