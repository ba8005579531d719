create table anomalies (
  id           uuid primary key,
  version      integer not null default 1 check (version >= 1),
  kind         text not null check (kind in ('two-places', 'long-day', 'one-phone', 'always-maximum')),
  subject_id   uuid not null,
  mark         text not null,
  carer_ids    uuid[] not null,
  activity_ids uuid[] not null,
  evidence_ids uuid[] not null,
  places       uuid[] not null,
  from_at      timestamptz not null,
  until_at     timestamptz not null,
  measure      integer not null check (measure > 0),
  state        text not null default 'open' check (state in ('open', 'explained', 'passed', 'gone')),
  found_at     timestamptz not null,
  note         text check (length(note) between 1 and 1000),
  looked_by    uuid,
  looked_at    timestamptz,
  constraint one_anomaly_a_mark unique (kind, subject_id, mark),
  constraint a_look_is_whole check (
    (state in ('explained', 'passed')) = (looked_by is not null)
    and num_nulls(note, looked_by, looked_at) in (0, 3))
);
create index anomalies_by_state on anomalies (state, from_at, id);
create index anomalies_of_place on anomalies using gin (places);
create index anomalies_of_carer on anomalies using gin (carer_ids);
comment on table  anomalies              is 'Records that look unlikely: hints for a person to look into, never verdicts (2.4.1)';
comment on column anomalies.id           is 'UUIDv7';
comment on column anomalies.version      is 'Counts changes; the ETag';
comment on column anomalies.kind         is 'two-places: a carer at two events at once; long-day: of a carer; one-phone: for many families; always-maximum: of a host';
comment on column anomalies.subject_id   is 'The carer, the phone''s browser, or the organisation that hosted';
comment on column anomalies.mark         is 'What makes it this one: both attendances, the day, or the term';
comment on column anomalies.carer_ids    is 'Whose presence it is about; none where it is about a host';
comment on column anomalies.activity_ids is 'The events it is about; of a host the newest';
comment on column anomalies.evidence_ids is 'The attendances it is about; none where it is about a phone or a host';
comment on column anomalies.places       is 'The hosts of those events with all above them: who may find it';
comment on column anomalies.from_at      is 'When the first of it was';
comment on column anomalies.until_at     is 'When the last of it was';
comment on column anomalies.measure      is 'Minutes that cannot be true together, minutes of the day, families, or per cent';
comment on column anomalies.state        is 'open; explained; passed to a correction; gone: corrected meanwhile. See states.ts';
comment on column anomalies.found_at     is 'When the program found it';
comment on column anomalies.note         is 'What the person who looked into it found';
comment on column anomalies.looked_by    is 'Who looked into it';
comment on column anomalies.looked_at    is 'When';

create table anomaly_looks (
  id         uuid primary key,
  anomaly_id uuid not null references anomalies,
  reader_id  uuid not null,
  at         timestamptz not null
);
create index anomaly_looks_of on anomaly_looks (anomaly_id, at);
comment on table  anomaly_looks            is 'Who of the staff opened one that is about carers, for them to see; append-only';
comment on column anomaly_looks.id         is 'UUIDv7';
comment on column anomaly_looks.anomaly_id is 'The anomaly';
comment on column anomaly_looks.reader_id  is 'Who looked';
comment on column anomaly_looks.at         is 'When';

-- Seen by those who host what it is about and by those above them, and, as data held about them, by the carers.
alter table anomalies enable row level security;
create policy hosts_and_carers on anomalies to gongyu_app using (
  carer_ids @> array[(select signed_in_person())]
  or case when current_setting('gongyu.reach', true) = 'all' then true
          else places && (select reached_organisations()) end
);
alter table anomaly_looks enable row level security;
create policy seen_with_the_anomaly on anomaly_looks to gongyu_app using (
  exists (select from anomalies where anomalies.id = anomaly_id)
);
grant select, insert, update on anomalies to gongyu_app;
grant select, insert on anomaly_looks to gongyu_app;
