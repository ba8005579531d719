create table reliefs (
  id              uuid primary key,
  carer_id        uuid not null,
  student_id      uuid not null,
  kind            text not null check (kind in ('leave', 'disability')),
  from_on         date not null,
  until_on        date,
  reason_sealed   bytea not null,
  state           text not null default 'waiting' check (state in ('waiting', 'approved', 'declined', 'ended')),
  asked_by        uuid not null,
  asked_at        timestamptz not null,
  decided_by      uuid,
  decided_at      timestamptz,
  decision_reason text check (length(decision_reason) between 1 and 300),
  version         integer not null default 1,
  counted_at      timestamptz,
  constraint leave_has_an_end check (kind <> 'leave' or until_on is not null),
  constraint relief_ends_after_it_begins check (until_on >= from_on),
  constraint a_second_person_decides check (decided_by <> asked_by),
  constraint decided_by_somebody check ((state = 'waiting') = (decided_by is null))
);
create index reliefs_by_carer on reliefs (carer_id) where state = 'approved';
create index reliefs_by_student on reliefs (student_id);
create index reliefs_to_be_counted on reliefs (id) where state = 'approved' and counted_at is null;

comment on table  reliefs                 is 'Why less is asked of a family (2.4.1): a carer''s leave or disability, written by one member of staff and approved by a second. Not facts: such a thing must be possible to erase';
comment on column reliefs.id              is 'UUIDv7';
comment on column reliefs.carer_id        is 'Whose it is';
comment on column reliefs.student_id      is 'The child by whom the school knows the carer: who reaches the child may see it';
comment on column reliefs.kind            is 'leave of absence, or disability';
comment on column reliefs.from_on         is 'First day';
comment on column reliefs.until_on        is 'Last day; null: for good';
comment on column reliefs.reason_sealed   is 'In a few words, encrypted; who decides and the carer read it';
comment on column reliefs.state           is 'waiting for the second look, approved, declined, or ended: no longer so, or approved in error';
comment on column reliefs.asked_by        is 'Who wrote it';
comment on column reliefs.asked_at        is 'When';
comment on column reliefs.decided_by      is 'Who looked at it last; never who wrote it';
comment on column reliefs.decided_at      is 'When';
comment on column reliefs.decision_reason is 'Why it was declined or ended; the carer reads it';
comment on column reliefs.version         is 'Counts its changes; what a person decides on is the version that they saw';
comment on column reliefs.counted_at      is 'When the families of the carer had been looked at by it; null: not yet';

alter table reliefs enable row level security;
-- Not by the child alone: another carer of the child need not know.
create policy ones_own_and_of_children_in_reach on reliefs to gongyu_app using (
  carer_id = (select signed_in_person())
  or case when current_setting('gongyu.reach', true) = 'all' then true
          else exists (select from students
                        where students.id = student_id
                          and lineage && (select reached_organisations())) end
);
create policy the_counter_counts_them_all on reliefs to gongyu_counter using (true);

grant select, insert, update on reliefs to gongyu_app;
grant select, update on reliefs to gongyu_counter;
