-- The host confirms an event once, and people who help at it are named.
alter table activities add column finished_by uuid;
alter table activities add column finished_at timestamptz;
comment on column activities.finished_by is 'Who confirmed the end; null: not confirmed here';
comment on column activities.finished_at is 'When';

create table activity_helpers (
  activity_id uuid not null references activities,
  person_id   uuid not null,
  part        text not null check (part in ('speaker', 'volunteer', 'door')),
  named_by    uuid not null,
  named_at    timestamptz not null,
  constraint one_part_a_helper primary key (activity_id, person_id)
);
comment on table  activity_helpers             is 'Who speaks, helps, or stands at the door of an event, as its host names them (2.3.4, 2.4.1)';
comment on column activity_helpers.activity_id is 'The activity';
comment on column activity_helpers.person_id   is 'The carer, or for the door a member of staff';
comment on column activity_helpers.part        is 'speaker or volunteer: the plan says which fact it states; door: states none';
comment on column activity_helpers.named_by    is 'Who named them';
comment on column activity_helpers.named_at    is 'When';
grant select, insert, update, delete on activity_helpers to gongyu_app;

-- A helper was there without a household's place.
alter table attendances alter column registration_id drop not null;
comment on column attendances.registration_id is 'The household''s registration; null: a helper without one';
