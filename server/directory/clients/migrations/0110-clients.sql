create table clients (
  id             uuid primary key,
  name           text not null,
  organisation   text not null,
  contact        text not null,
  scopes         text[] not null,
  made_at        timestamptz not null,
  made_by        uuid not null,
  revoked_at     timestamptz,
  revoked_by     uuid,
  revoked_reason text,
  version        integer not null default 1,
  constraint a_client_has_a_scope check (cardinality(scopes) > 0),
  constraint a_revoked_client_says_why check (num_nonnulls(revoked_at, revoked_by, revoked_reason) in (0, 3))
);

comment on table  clients                is 'Programs of other houses that may ask this district, such as the admissions system: registered by the district, known by OAuth 2.0 client credentials';
comment on column clients.id             is 'UUIDv7; the client_id of OAuth';
comment on column clients.name           is 'What the program is called';
comment on column clients.organisation   is 'Whose it is';
comment on column clients.contact        is 'Whom to reach when something is wrong with it';
comment on column clients.scopes         is 'What it may ask for, such as certificates.verify';
comment on column clients.made_at        is 'When it was registered';
comment on column clients.made_by        is 'The person of the district who registered it';
comment on column clients.revoked_at     is 'When it was shut out for good; null while it may ask';
comment on column clients.revoked_by     is 'Who shut it out';
comment on column clients.revoked_reason is 'Why';
comment on column clients.version        is 'Counts changes, for If-Match';

create table client_secrets (
  id          uuid primary key,
  client_id   uuid not null references clients,
  secret_hash bytea not null,
  made_at     timestamptz not null,
  made_by     uuid not null,
  ends_at     timestamptz,
  constraint a_secret_opens_one_client unique (secret_hash)
);
create index client_secrets_by_client on client_secrets (client_id, made_at desc);

comment on table  client_secrets             is 'By what a client proves itself; two are in force while one takes the place of the other';
comment on column client_secrets.id          is 'UUIDv7';
comment on column client_secrets.client_id   is 'Whose';
comment on column client_secrets.secret_hash is 'SHA-256 of the secret, which was shown once and is not kept';
comment on column client_secrets.made_at     is 'When it was made';
comment on column client_secrets.made_by     is 'Who made it';
comment on column client_secrets.ends_at     is 'From when it opens nothing; null for the newest';

create table client_tokens (
  token_hash bytea primary key,
  client_id  uuid not null references clients,
  scopes     text[] not null,
  issued_at  timestamptz not null,
  expires_at timestamptz not null
);
create index client_tokens_by_end on client_tokens (expires_at);

comment on table  client_tokens            is 'Access tokens of clients, each good for some minutes';
comment on column client_tokens.token_hash is 'SHA-256 of the token, which is not kept';
comment on column client_tokens.client_id  is 'Whose';
comment on column client_tokens.scopes     is 'What it opens: the client''s scopes, or those of them that were asked for';
comment on column client_tokens.issued_at  is 'When it was given';
comment on column client_tokens.expires_at is 'From when it opens nothing';

create table client_calls (
  id        uuid primary key,
  client_id uuid not null references clients,
  scope     text not null,
  asked     integer not null,
  granted   integer not null,
  at        timestamptz not null
);
create index client_calls_by_client on client_calls (client_id, at desc);

comment on table  client_calls           is 'What clients asked for, a row a request; append-only, read by the district. Which child it was about stands in student_reads';
comment on column client_calls.id        is 'UUIDv7';
comment on column client_calls.client_id is 'Who asked';
comment on column client_calls.scope     is 'By which scope';
comment on column client_calls.asked     is 'How many things were asked about';
comment on column client_calls.granted   is 'How many of them the answer told something of';
comment on column client_calls.at        is 'When';

grant select, insert, update on clients, client_secrets to gongyu_app;
grant select, insert, update, delete on client_tokens to gongyu_app;
grant select, insert on client_calls to gongyu_app;

alter table student_reads alter column reader_id drop not null;
alter table student_reads add column client_id uuid references clients;
alter table student_reads add constraint a_read_is_by_one check (num_nonnulls(reader_id, client_id) = 1);

comment on column student_reads.reader_id is 'The person who looked; null where a program of another house asked';
comment on column student_reads.client_id is 'The program of another house that asked; null where a person looked';
