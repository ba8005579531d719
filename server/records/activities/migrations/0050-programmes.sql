-- Weekend classes, a summer programme: dates of one host that belong together.
create table programmes (
  id           uuid primary key,
  host_id      uuid not null,
  host_lineage uuid[] not null,
  name         text not null check (length(name) between 1 and 60),
  summary      text not null default '',
  term         text not null,
  copied_from  uuid references programmes,
  made_by      uuid not null,
  made_at      timestamptz not null
);
create index programmes_by_host on programmes using gin (host_lineage);

comment on table  programmes              is 'A named programme of a host within a term: weekend classes, a summer school';
comment on column programmes.id           is 'UUIDv7';
comment on column programmes.host_id      is 'The organisation that holds it';
comment on column programmes.host_lineage is 'Lineage of the host, so that reach is one array test';
comment on column programmes.name         is 'What families read';
comment on column programmes.summary      is 'What it is about';
comment on column programmes.term         is 'A term of the plan''s calendar; holidays go with the term before them';
comment on column programmes.copied_from  is 'Last term''s, if it was made from that';
comment on column programmes.made_by      is 'Who made it';
comment on column programmes.made_at      is 'When';

alter table activities add column programme_id uuid references programmes;
create index activities_of_programme on activities (programme_id) where programme_id is not null;

comment on column activities.programme_id is 'The programme that it is a date of; null: none';

grant select, insert on programmes to gongyu_app;
