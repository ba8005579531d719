create table activities (
  id                     uuid primary key,
  kind                   text not null,
  state                  text not null check (state in ('draft', 'published', 'cancelled', 'finished')),
  version                integer not null default 1 check (version >= 1),
  host_id                uuid not null references organisations,
  host_kind              text not null check (host_kind in
    ('district', 'subdistrict', 'community', 'school', 'kindergarten')),
  host_lineage           uuid[] not null,
  title                  text not null check (length(title) between 1 and 80),
  description            text not null default '',
  bring                  text not null default '',
  place                  text not null,
  online_link            text,
  begins_at              timestamptz not null,
  ends_at                timestamptz not null,
  registration_opens_at  timestamptz,
  registration_closes_at timestamptz,
  capacity               integer check (capacity > 0),
  places_taken           integer not null default 0,
  last_queue_number      integer not null default 0,
  audience               uuid[] not null check (cardinality(audience) > 0),
  stages                 text[] not null default '{}',
  is_public              boolean not null default false,
  cancel_reason          text,
  made_by                uuid not null,
  made_at                timestamptz not null,
  changed_at             timestamptz not null,
  constraint activity_ends_after_it_begins check (ends_at > begins_at),
  constraint places_never_go_below_zero check (places_taken between 0 and coalesce(capacity, places_taken))
) with (fillfactor = 80);
create index activities_by_time on activities (begins_at desc, id desc);
create index activities_to_come on activities (ends_at) where state = 'published';
create index activities_by_host on activities using gin (host_lineage);
create index activities_by_audience on activities using gin (audience) where state = 'published';

comment on table  activities                        is 'Something that people come to: a lecture, a salon, parent–child practice, volunteering (2.2.1, 2.2.4)';
comment on column activities.id                     is 'UUIDv7';
comment on column activities.kind                   is 'A kind of the plan''s activities.yaml';
comment on column activities.state                  is 'draft, published, cancelled or finished: see states.ts';
comment on column activities.version                is 'Counts changes; the ETag';
comment on column activities.host_id                is 'The organisation that invites; a class or grade may, in the name of its school';
comment on column activities.host_kind              is 'What the plan calls the host: for a class, the kind of its school';
comment on column activities.host_lineage           is 'Lineage of the host, so that reach is one array test';
comment on column activities.title                  is 'What families read first';
comment on column activities.description            is 'What it is about';
comment on column activities.bring                  is 'What to bring';
comment on column activities.place                  is 'Where it is';
comment on column activities.online_link            is 'Where to join online; shown to those who have a place';
comment on column activities.begins_at              is 'Planned beginning';
comment on column activities.ends_at                is 'Planned end; presence after it does not count';
comment on column activities.registration_opens_at  is 'Sign-up opens; null: as soon as it is published';
comment on column activities.registration_closes_at is 'Sign-up closes; null: when it begins';
comment on column activities.capacity               is 'Places, counted in households; null: no limit';
comment on column activities.places_taken           is 'Registrations with a place; changed under the row''s lock only, never by a check-in';
comment on column activities.last_queue_number      is 'The number that the newest registration got; the waiting list''s order';
comment on column activities.audience               is 'Organisations whose families are invited';
comment on column activities.stages                 is 'Curriculum stages that it is for (2.2.3); empty: all';
comment on column activities.is_public              is 'Stands in the public calendar';
comment on column activities.cancel_reason          is 'Why it was called off, as told to those registered';
comment on column activities.made_by                is 'Who made it';
comment on column activities.made_at                is 'When';
comment on column activities.changed_at             is 'When it last changed';

create table registrations (
  id           uuid primary key,
  activity_id  uuid not null references activities,
  state        text not null check (state in ('registered', 'waiting', 'cancelled')),
  queue_number integer not null,
  made_by      uuid not null,
  made_at      timestamptz not null,
  moved_up_at  timestamptz,
  cancelled_at timestamptz,
  constraint one_queue_number_a_registration unique (activity_id, queue_number)
);
create index registrations_waiting on registrations (activity_id, queue_number) where state = 'waiting';

comment on table  registrations              is 'A household''s place at an activity, or its place in the waiting list';
comment on column registrations.id           is 'UUIDv7';
comment on column registrations.activity_id  is 'The activity';
comment on column registrations.state        is 'registered, waiting or cancelled: see states.ts';
comment on column registrations.queue_number is 'Given in the order of sign-up, under the activity''s lock';
comment on column registrations.made_by      is 'The carer, or the member of staff who signed the family up';
comment on column registrations.made_at      is 'When';
comment on column registrations.moved_up_at  is 'When it moved up from the waiting list';
comment on column registrations.cancelled_at is 'When the place was given up';

create table registration_carers (
  registration_id uuid not null references registrations,
  carer_id        uuid not null,
  activity_id     uuid not null,
  role            text not null check (role in ('attendee', 'speaker', 'volunteer')),
  joined_at       timestamptz not null,
  left_at         timestamptz
);
create unique index carer_registered_once on registration_carers (activity_id, carer_id) where left_at is null;
create index registration_carers_by_carer on registration_carers (carer_id) where left_at is null;
create index registration_carers_by_registration on registration_carers (registration_id) where left_at is null;

comment on table  registration_carers                 is 'The grown-ups of a household who come; a second one takes no further place';
comment on column registration_carers.registration_id is 'The household''s registration';
comment on column registration_carers.carer_id        is 'The carer';
comment on column registration_carers.activity_id     is 'The activity, for the unique index';
comment on column registration_carers.role            is 'The part played: attendee, speaker or volunteer; the plan says which fact it states';
comment on column registration_carers.joined_at       is 'When they signed up or joined';
comment on column registration_carers.left_at         is 'When they gave it up; null while it holds';

create table registration_students (
  registration_id uuid not null references registrations,
  student_id      uuid not null,
  activity_id     uuid not null,
  joined_at       timestamptz not null,
  left_at         timestamptz
);
create unique index student_registered_once on registration_students (activity_id, student_id) where left_at is null;
create index registration_students_by_registration on registration_students (registration_id) where left_at is null;

comment on table  registration_students                 is 'The children that a household comes for';
comment on column registration_students.registration_id is 'The household''s registration';
comment on column registration_students.student_id      is 'The child';
comment on column registration_students.activity_id     is 'The activity, for the unique index';
comment on column registration_students.joined_at       is 'When';
comment on column registration_students.left_at         is 'When; null while it holds';

-- No foreign keys here: five thousand people check in within minutes, each key would lock its parent's row,
-- and what they check in to was read in the same transaction and is never deleted.
create table attendances (
  id              uuid primary key,
  activity_id     uuid not null,
  carer_id        uuid not null,
  registration_id uuid not null,
  role            text not null check (role in ('attendee', 'speaker', 'volunteer')),
  entered_at      timestamptz not null,
  entry_method    text not null check (entry_method in ('pass', 'hall-code', 'staff')),
  entry_by        uuid not null,
  entry_scan_id   uuid,
  note            text,
  left_at         timestamptz,
  exit_method     text check (exit_method in ('pass', 'hall-code', 'staff', 'finish')),
  exit_by         uuid,
  exit_scan_id    uuid,
  minutes         integer check (minutes >= 0),
  version         integer not null default 1 check (version >= 1),
  constraint one_attendance_a_carer unique (activity_id, carer_id)
) with (fillfactor = 70);
create index attendances_by_carer on attendances (carer_id);

comment on table  attendances                 is 'Who was there, from when to when';
comment on column attendances.id              is 'UUIDv7; the source of its fact is attendance:<id>, after a correction attendance:<id>:<version>';
comment on column attendances.activity_id     is 'The activity';
comment on column attendances.carer_id        is 'The carer';
comment on column attendances.registration_id is 'The household''s registration';
comment on column attendances.role            is 'The part played, as it stood at entry';
comment on column attendances.entered_at      is 'Entry';
comment on column attendances.entry_method    is 'pass: staff scanned the carer''s code; hall-code: the carer used the code on the screen; staff: by name';
comment on column attendances.entry_by        is 'Who checked them in: staff, or the carer';
comment on column attendances.entry_scan_id   is 'The scanning device''s own id of the scan, so that a repeated sending is known';
comment on column attendances.note            is 'What staff wrote when checking in by name';
comment on column attendances.left_at         is 'Exit; null if nobody saw it';
comment on column attendances.exit_method     is 'As at entry; finish: the host confirmed the end';
comment on column attendances.exit_by         is 'Who checked them out';
comment on column attendances.exit_scan_id    is 'As at entry';
comment on column attendances.minutes         is 'Minutes that count; null until exit, finish or, by the plan, entry settles them';
comment on column attendances.version         is '1, and one more for each correction';

create table attendance_corrections (
  attendance_id  uuid not null references attendances,
  version        integer not null check (version >= 2),
  minutes_before integer,
  minutes_after  integer not null check (minutes_after >= 0),
  reason         text not null check (length(reason) between 1 and 300),
  corrected_by   uuid not null,
  corrected_at   timestamptz not null,
  constraint one_correction_a_version primary key (attendance_id, version)
);

comment on table  attendance_corrections                is 'Why an attendance was corrected; append-only';
comment on column attendance_corrections.attendance_id  is 'The attendance';
comment on column attendance_corrections.version        is 'The version that the correction made';
comment on column attendance_corrections.minutes_before is 'Minutes that counted before; null: not settled yet';
comment on column attendance_corrections.minutes_after  is 'Minutes that count now; 0 takes the attendance back';
comment on column attendance_corrections.reason         is 'Why, in words that the family reads';
comment on column attendance_corrections.corrected_by   is 'Who';
comment on column attendance_corrections.corrected_at   is 'When';

create table activity_notices (
  id          uuid primary key,
  person_id   uuid not null,
  activity_id uuid not null references activities,
  kind        text not null check (kind in ('changed', 'cancelled', 'moved-up', 'corrected')),
  params      jsonb not null,
  made_at     timestamptz not null,
  read_at     timestamptz
);
create index activity_notices_by_person on activity_notices (person_id, made_at desc, id desc);

comment on table  activity_notices             is 'What people are told about activities they signed up for';
comment on column activity_notices.id          is 'UUIDv7';
comment on column activity_notices.person_id   is 'Who is told';
comment on column activity_notices.activity_id is 'About which activity';
comment on column activity_notices.kind        is 'Which sentence: see rules/notice-words.ts';
comment on column activity_notices.params      is 'What is filled into the sentence';
comment on column activity_notices.made_at     is 'When';
comment on column activity_notices.read_at     is 'When the person read it; null until then';

grant select, insert, update on
  activities, registrations, registration_carers, registration_students, attendances, activity_notices
  to gongyu_app;
grant select, insert on attendance_corrections to gongyu_app;
