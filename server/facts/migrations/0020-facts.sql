create table stated_facts (
  id         uuid primary key,
  kind       text not null,
  at         timestamptz not null,
  organisation_id     uuid not null,
  subject_id uuid not null,
  actor_id   uuid,
  quantity   integer not null check (quantity <> 0),
  source     text not null check (length(source) between 3 and 200),
  reverses   uuid,
  attributes jsonb not null default '{}',
  stated_at  timestamptz not null default now()
);

comment on table  stated_facts            is 'Facts that records have stated and the sequencer has not yet placed; a row lives here for some milliseconds';
comment on column stated_facts.id         is 'UUIDv7';
comment on column stated_facts.kind       is 'A kind of the plan''s catalogue, such as activity.attended';
comment on column stated_facts.at         is 'When the thing happened, not when it was written down';
comment on column stated_facts.organisation_id     is 'The organisation that the deed counts for';
comment on column stated_facts.subject_id is 'Whom it is about';
comment on column stated_facts.actor_id   is 'Who did or confirmed it';
comment on column stated_facts.quantity   is 'In the unit of the kind: minutes for time, 1 for an occurrence; negative for a reversal';
comment on column stated_facts.source     is 'The record that it came from; one source, one fact';
comment on column stated_facts.reverses   is 'The fact that this one takes back';
comment on column stated_facts.attributes is 'What rules may ask for; ids and codes only, no names';
comment on column stated_facts.stated_at  is 'When it was written down';

create table facts (
  place      bigint primary key,
  id         uuid not null,
  kind       text not null,
  at         timestamptz not null,
  organisation_id     uuid not null,
  subject_id uuid not null,
  actor_id   uuid,
  quantity   integer not null,
  source     text not null,
  reverses   uuid,
  attributes jsonb not null,
  stated_at  timestamptz not null,
  constraint one_source_one_fact unique (source)
);
create unique index one_place_a_fact on facts (id);
create unique index reversed_once on facts (reverses) where reverses is not null;

comment on table  facts            is 'The one ordered log of what happened; append-only';
comment on column facts.place      is 'Position in the log: 1, 2, 3 … without gaps';
comment on column facts.id         is 'UUIDv7, from the statement';
comment on column facts.kind       is 'A kind of the plan''s catalogue';
comment on column facts.at         is 'When the thing happened';
comment on column facts.organisation_id     is 'The organisation that the deed counts for';
comment on column facts.subject_id is 'Whom it is about';
comment on column facts.actor_id   is 'Who did or confirmed it';
comment on column facts.quantity   is 'In the unit of the kind; negative for a reversal';
comment on column facts.source     is 'The record that it came from; one source, one fact';
comment on column facts.reverses   is 'The fact that this one takes back';
comment on column facts.attributes is 'What rules may ask for';
comment on column facts.stated_at  is 'When it was written down';

create table log_places (
  follower text primary key,
  place    bigint not null check (place >= 0),
  moved_at timestamptz not null default now()
);

comment on table  log_places          is 'How far the sequencer and each counter have come in the log';
comment on column log_places.follower is 'sequencer, points, certificates …';
comment on column log_places.place    is 'The last place that it has done';
comment on column log_places.moved_at is 'When it last moved';

insert into log_places (follower, place) values ('sequencer', 0);

grant insert, select on stated_facts to gongyu_app;
grant select on facts, log_places to gongyu_app;
grant select, insert, delete on stated_facts to gongyu_counter;
grant select, insert on facts to gongyu_counter;
grant select, insert, update on log_places to gongyu_counter;
