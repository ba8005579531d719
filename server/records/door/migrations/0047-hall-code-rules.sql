create table door_rules (
  activity_id uuid primary key,
  latitude    double precision not null check (latitude between -90 and 90),
  longitude   double precision not null check (longitude between -180 and 180),
  most_metres integer not null check (most_metres between 50 and 5000),
  changed_by  uuid not null,
  changed_at  timestamptz not null
);

comment on table  door_rules             is 'Where a phone must be to check itself in; no row: anywhere';
comment on column door_rules.activity_id is 'The activity';
comment on column door_rules.latitude    is 'Of the hall, in degrees, as the host''s browser gave it';
comment on column door_rules.longitude   is 'As latitude';
comment on column door_rules.most_metres is 'How far away a phone may be, its own uncertainty taken off';
comment on column door_rules.changed_by  is 'Who turned it on';
comment on column door_rules.changed_at  is 'When';

create table hall_check_ins (
  id               uuid primary key,
  activity_id      uuid not null,
  device_id        uuid not null,
  carer_id         uuid not null,
  at               timestamptz not null,
  outcome          text not null check (outcome in ('in', 'other-person', 'too-far')),
  code_age_seconds smallint not null,
  metres           integer,
  network          bytea not null
);
create unique index one_person_a_device on hall_check_ins (activity_id, device_id) where outcome = 'in';
create index hall_check_ins_of_activity on hall_check_ins (activity_id, at);

comment on table  hall_check_ins                  is 'Phones that used the code on a hall''s screen: which person each is bound to, and what was refused';
comment on column hall_check_ins.id               is 'UUIDv7';
comment on column hall_check_ins.activity_id      is 'The activity';
comment on column hall_check_ins.device_id        is 'The phone''s browser, by a cookie that outlives signing out';
comment on column hall_check_ins.carer_id         is 'Who was signed in on it';
comment on column hall_check_ins.at               is 'When';
comment on column hall_check_ins.outcome          is 'in: bound to this person; other-person: it was bound to somebody else; too-far: not at the hall';
comment on column hall_check_ins.code_age_seconds is 'How long before that the screen had begun to show the code';
comment on column hall_check_ins.metres           is 'How far from the hall, in tens of metres; null: not asked. The position itself is not kept';
comment on column hall_check_ins.network          is 'A keyed hash of the network; equal for equal networks, of no other use';

grant select, insert, update, delete on door_rules to gongyu_app;
grant select, insert on hall_check_ins to gongyu_app;
