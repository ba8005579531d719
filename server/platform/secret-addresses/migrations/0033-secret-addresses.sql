create table secret_addresses (
  id           uuid primary key,
  person_id    uuid not null,
  opens        text not null,
  token_hash   bytea not null,
  made_at      timestamptz not null,
  ended_at     timestamptz,
  last_used_on date,
  constraint token_opens_one_address unique (token_hash)
);
create unique index one_open_address_a_person on secret_addresses (person_id, opens) where ended_at is null;

comment on table  secret_addresses              is 'Web addresses that open one thing of one person without signing in, for programs such as a phone''s calendar';
comment on column secret_addresses.id           is 'UUIDv7';
comment on column secret_addresses.person_id    is 'Whose';
comment on column secret_addresses.opens        is 'What it opens, such as calendar';
comment on column secret_addresses.token_hash   is 'SHA-256 of the part of the address that nobody can guess; the part itself is not kept';
comment on column secret_addresses.made_at      is 'When it was made';
comment on column secret_addresses.ended_at     is 'When the person ended it or made another; null while it opens';
comment on column secret_addresses.last_used_on is 'The day it was last asked for, in UTC: tells the person whether something still uses it';

grant select, insert, update on secret_addresses to gongyu_app;
