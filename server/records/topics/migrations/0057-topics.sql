create table topic_lists (
  activity_id uuid primary key,
  version     integer not null default 0 check (version >= 0),
  changed_by  uuid,
  changed_at  timestamptz
);

comment on table  topic_lists             is 'The list of what may be talked about at a salon (2.2.1(3)): its version, and the lock of who changes it';
comment on column topic_lists.activity_id is 'The salon; of one held in sessions the whole';
comment on column topic_lists.version     is 'Counts the changes; what one read must be the newest';
comment on column topic_lists.changed_by  is 'Who changed it last';
comment on column topic_lists.changed_at  is 'When';

create table topics (
  id          uuid primary key,
  activity_id uuid not null references topic_lists,
  place       integer not null check (place >= 1),
  title       text not null check (length(title) between 1 and 40),
  wanted      integer not null default 0 check (wanted >= 0),
  is_talked   boolean not null default false,
  made_at     timestamptz not null
);
create index topics_of_a_salon on topics (activity_id, place, id);

comment on table  topics             is 'A topic of a salon; who proposed it stands in the proposal alone';
comment on column topics.id          is 'UUIDv7';
comment on column topics.activity_id is 'The salon';
comment on column topics.place       is 'Where it stands in the host''s order, from 1';
comment on column topics.title       is 'In a few words';
comment on column topics.wanted      is 'How many carers want it: as many as its topic_wishes';
comment on column topics.is_talked   is 'It was really talked about';
comment on column topics.made_at     is 'When it came onto the list';

create table topic_wishes (
  topic_id  uuid not null references topics on delete cascade,
  carer_id  uuid not null,
  wished_at timestamptz not null,
  constraint one_wish_a_carer primary key (topic_id, carer_id)
);

comment on table  topic_wishes           is 'Who wants a topic; nobody reads it but that carer, everybody else sees topics.wanted';
comment on column topic_wishes.topic_id  is 'The topic';
comment on column topic_wishes.carer_id  is 'Who wants it';
comment on column topic_wishes.wished_at is 'When they said so';

create table topic_proposals (
  id           uuid primary key,
  activity_id  uuid not null,
  host_lineage uuid[] not null,
  carer_id     uuid not null,
  family_id    uuid not null,
  text         text not null check (length(text) between 1 and 100),
  state        text not null check (state in ('open', 'accepted', 'declined', 'withdrawn')),
  reason       text not null default '' check (length(reason) <= 100),
  topic_id     uuid references topics on delete set null,
  made_at      timestamptz not null,
  decided_by   uuid,
  decided_at   timestamptz,
  constraint decided_by_somebody check ((state in ('accepted', 'declined')) = (decided_by is not null))
);
create unique index one_open_proposal_a_family on topic_proposals (activity_id, family_id) where state = 'open';
create index proposals_of_a_salon on topic_proposals (activity_id, made_at, id);

comment on table  topic_proposals              is 'A topic that a family would like, in its own words; the host puts it on the list or leaves it off';
comment on column topic_proposals.id           is 'UUIDv7';
comment on column topic_proposals.activity_id  is 'The salon';
comment on column topic_proposals.host_lineage is 'The salon''s host and all above it: whose staff may read it';
comment on column topic_proposals.carer_id     is 'Who proposed it';
comment on column topic_proposals.family_id    is 'For which family: its first child''s id, so that its carers have one open proposal between them';
comment on column topic_proposals.text         is 'In the carer''s words';
comment on column topic_proposals.state        is 'open → accepted, declined or withdrawn';
comment on column topic_proposals.reason       is 'Why the host left it off; the proposer reads it';
comment on column topic_proposals.topic_id     is 'What it became on the list; null: nothing, or taken off again';
comment on column topic_proposals.made_at      is 'When it was proposed';
comment on column topic_proposals.decided_by   is 'Who of the host decided';
comment on column topic_proposals.decided_at   is 'When it was decided, or withdrawn';

alter table topic_wishes enable row level security;
alter table topic_proposals enable row level security;
create policy ones_own_wishes on topic_wishes to gongyu_app using (
  carer_id = (select signed_in_person()) or current_setting('gongyu.reach', true) = 'all'
);
create policy proposer_and_host on topic_proposals to gongyu_app using (
  carer_id = (select signed_in_person())
  or case when current_setting('gongyu.reach', true) = 'all' then true
          else host_lineage && (select reached_organisations()) end
);
grant select, insert, update on topic_lists, topic_proposals to gongyu_app;
grant select, insert, update, delete on topics to gongyu_app;
grant select, insert, delete on topic_wishes to gongyu_app;
