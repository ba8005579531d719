create table notices (
  id           uuid primary key,
  person_id    uuid not null,
  student_id   uuid,
  room         text not null,
  kind         text not null,
  subject_id   uuid not null,
  deed         text not null,
  lineage      uuid[] not null default '{}',
  link         text,
  heading      jsonb not null,
  words        jsonb not null,
  urgency      text not null check (urgency in ('at-once', 'daily')),
  asks         boolean not null default false,
  useful_until timestamptz,
  made_at      timestamptz not null,
  read_at      timestamptz,
  done_at      timestamptz,
  constraint one_notice_a_person_and_deed unique (person_id, deed)
);
create index notices_by_person on notices (person_id, made_at desc, id desc);
create index notices_that_speak on notices (person_id, made_at desc, id desc)
  where done_at is null and (asks or read_at is null);
create index notices_by_subject on notices (subject_id) where done_at is null;

comment on table  notices              is 'What people are told, whatever room speaks: one inbox for each person (2.2.4)';
comment on column notices.id           is 'UUIDv7';
comment on column notices.person_id    is 'Who is told';
comment on column notices.student_id   is 'The child that it concerns, if it concerns one';
comment on column notices.room         is 'Which room speaks: activities, links, certificates …';
comment on column notices.kind         is 'Which of its sentences';
comment on column notices.subject_id   is 'The row of that room that it is about; what is settled there falls silent here';
comment on column notices.deed         is 'Names the deed that it tells of: told twice, a person hears of it once';
comment on column notices.lineage      is 'The organisation that answers for it, with all above it';
comment on column notices.link         is 'Where in the carer''s app it leads, such as /activities/…';
comment on column notices.heading      is 'A few words in both languages that may stand on a lock screen: no child, no health';
comment on column notices.words        is 'The whole sentence in both languages, as it was said';
comment on column notices.urgency      is 'at-once: cannot wait for the day''s digest';
comment on column notices.asks         is 'It asks for an answer: reading it does not silence it';
comment on column notices.useful_until is 'After this instant nobody need be told any more';
comment on column notices.made_at      is 'When';
comment on column notices.read_at      is 'When the person read it; null until then';
comment on column notices.done_at      is 'When what it is about was done, so that it speaks no more';

alter table notices enable row level security;
create policy rooms_tell on notices for insert to gongyu_app, gongyu_counter with check (true);
create policy people_have_their_own on notices to gongyu_app using (
  person_id = (select signed_in_person()) or current_setting('gongyu.reach', true) = 'all'
);
grant select, insert, update on notices to gongyu_app;
grant insert on notices to gongyu_counter;

-- A teacher who accepts a place for a family silences its notices and may not read them.
create function settle_notices(
  of_subject uuid, of_kinds text[], of_people uuid[], at timestamptz
) returns void language sql security definer set search_path from current as $$
  update notices set done_at = at
   where subject_id = of_subject and done_at is null
     and (of_kinds is null or kind = any(of_kinds))
     and (of_people is null or person_id = any(of_people))
$$;
revoke all on function settle_notices from public;
grant execute on function settle_notices to gongyu_app, gongyu_counter;
