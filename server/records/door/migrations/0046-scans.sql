-- No foreign keys across rooms; what a scan names was read in the same transaction and is never deleted.
create table scans (
  id            uuid primary key,
  activity_id   uuid not null,
  device_id     uuid not null,
  carer_id      uuid,
  direction     text check (direction in ('entry', 'exit')),
  phone_at      timestamptz not null,
  happened_at   timestamptz not null,
  received_at   timestamptz not null,
  sent_by       uuid not null,
  outcome       text not null check (outcome in ('counted', 'already', 'conflict')),
  attendance_id uuid
);

comment on table  scans               is 'What phones without network scanned at a door and sent later; append-only, each scan once';
comment on column scans.id            is 'UUIDv7 that the scanning phone gave it; sent again, it means the same';
comment on column scans.activity_id   is 'At whose door';
comment on column scans.device_id     is 'The scanning phone, by an id that it made for itself';
comment on column scans.carer_id      is 'Whom the pass named; null: it was not one of ours';
comment on column scans.direction     is 'What the phone told the staff: entry or exit; null: it left it open';
comment on column scans.phone_at      is 'By the phone''s own clock';
comment on column scans.happened_at   is 'By our clock, as far as the phone knew it';
comment on column scans.received_at   is 'When it reached us';
comment on column scans.sent_by       is 'Who was signed in when it was sent';
comment on column scans.outcome       is 'counted: it made an entry or an exit; already: said before; conflict: a person decides';
comment on column scans.attendance_id is 'The attendance that it made or repeated';

create table scan_conflicts (
  scan_id     uuid primary key references scans,
  activity_id uuid not null,
  reason      text not null check (reason in (
    'two-devices', 'no-place', 'wrong-event', 'event-cancelled', 'event-finished', 'doors-closed',
    'not-entered', 'expired', 'clock-wrong', 'forged')),
  state       text not null default 'open' check (state in ('open', 'admitted', 'dismissed')),
  decided_by  uuid,
  decided_at  timestamptz,
  note        text check (length(note) between 1 and 300),
  constraint a_decision_is_whole check ((state = 'open') = (decided_by is null and decided_at is null and note is null))
);
create index scan_conflicts_of_activity on scan_conflicts (activity_id, scan_id);
create index scan_conflicts_open on scan_conflicts (activity_id) where state = 'open';

comment on table  scan_conflicts             is 'Scans that the program could not take by itself; none is thrown away';
comment on column scan_conflicts.scan_id     is 'The scan';
comment on column scan_conflicts.activity_id is 'At whose door';
comment on column scan_conflicts.reason      is 'Why: see states.ts';
comment on column scan_conflicts.state       is 'open until somebody decides: admitted or dismissed';
comment on column scan_conflicts.decided_by  is 'Who decided';
comment on column scan_conflicts.decided_at  is 'When';
comment on column scan_conflicts.note        is 'Why, in their words; the family reads it where minutes changed';

grant select, insert on scans to gongyu_app;
grant select, insert, update on scan_conflicts to gongyu_app;
