alter table notices add column next_at timestamptz;
create index notices_to_look_at on notices (next_at) where next_at is not null;
comment on column notices.next_at is 'When the ladder of channels looks at it again; null: there is nothing more to do';

create table notice_wishes (
  person_id   uuid primary key,
  pace        text not null default 'daily' check (pace in ('at-once', 'daily')),
  quiet_from  smallint not null default 1260 check (quiet_from between 0 and 1439),
  quiet_until smallint not null default 450 check (quiet_until between 0 and 1439),
  digest_at   smallint not null default 1110 check (digest_at between 0 and 1439),
  off         text[] not null default '{}',
  changed_at  timestamptz not null
);
comment on table  notice_wishes             is 'How a person wants to be told; who has no row wants the usual';
comment on column notice_wishes.person_id   is 'Whose wishes';
comment on column notice_wishes.pace        is 'daily: once a day, except for what cannot wait; at-once: everything when it happens';
comment on column notice_wishes.quiet_from  is 'Begin of the quiet hours, minutes of the day in China';
comment on column notice_wishes.quiet_until is 'End of the quiet hours, minutes of the day in China';
comment on column notice_wishes.digest_at   is 'When the day''s digest goes out, minutes of the day in China';
comment on column notice_wishes.off         is 'Channels by which they do not want to be told';
comment on column notice_wishes.changed_at  is 'When they last said so';

create table notice_addresses (
  id             uuid primary key,
  person_id      uuid not null,
  channel        text not null check (channel in ('wechat', 'wecom', 'web-push', 'email')),
  address_sealed bytea not null,
  address_index  bytea not null,
  label          text not null,
  made_at        timestamptz not null,
  ended_at       timestamptz,
  ended_because  text check (ended_because in ('by-person', 'gone', 'moved'))
);
create unique index one_open_address on notice_addresses (channel, address_index) where ended_at is null;
create index notice_addresses_by_person on notice_addresses (person_id) where ended_at is null;
comment on table  notice_addresses                is 'Where a person is reached besides the app and the roster''s phone';
comment on column notice_addresses.id             is 'UUIDv7';
comment on column notice_addresses.person_id      is 'Whose address';
comment on column notice_addresses.channel        is 'Which channel''s';
comment on column notice_addresses.address_sealed is 'OpenID, user id, mail address or push subscription, AES-256-GCM';
comment on column notice_addresses.address_index  is 'Keyed blind index of the address: one address, one person';
comment on column notice_addresses.label          is 'What the person knows it by: a device, a masked mail address';
comment on column notice_addresses.made_at        is 'When it was proven to be theirs';
comment on column notice_addresses.ended_at       is 'When it ceased; null while it is good';
comment on column notice_addresses.ended_because  is 'by-person: they took it away; gone: the channel says that nobody is there; moved: another person proved it theirs';

create table notice_deliveries (
  id          uuid primary key,
  person_id   uuid not null,
  channel     text not null check (channel in ('wechat', 'wecom', 'web-push', 'email', 'sms')),
  notice_ids  uuid[] not null,
  is_digest   boolean not null,
  address_id  uuid references notice_addresses,
  state       text not null default 'queued' check (state in ('queued', 'sent', 'delivered', 'failed', 'expired')),
  tries       integer not null default 0,
  next_try_at timestamptz not null,
  provider_id text,
  error       text,
  made_at     timestamptz not null,
  sent_at     timestamptz,
  ended_at    timestamptz
);
create index notice_deliveries_by_person on notice_deliveries (person_id, made_at);
create index notice_deliveries_queued on notice_deliveries (next_try_at) where state = 'queued';
create index notice_deliveries_sent on notice_deliveries (next_try_at) where state = 'sent';
create index notice_deliveries_by_provider_id on notice_deliveries (channel, provider_id) where provider_id is not null;
create index notice_deliveries_by_time on notice_deliveries (made_at);
comment on table  notice_deliveries             is 'One message to one person by one channel, and what became of it: sent is not delivered';
comment on column notice_deliveries.id          is 'UUIDv7; the provider is given it, so that a message that is sent again is known again';
comment on column notice_deliveries.person_id   is 'To whom';
comment on column notice_deliveries.channel     is 'By what';
comment on column notice_deliveries.notice_ids  is 'Which notices it speaks of';
comment on column notice_deliveries.is_digest   is 'The day''s digest, not a single notice';
comment on column notice_deliveries.address_id  is 'Where; null: the phone of the roster';
comment on column notice_deliveries.state       is 'queued, sent (the provider took it), delivered (its receipt says so), failed, expired (no longer needed)';
comment on column notice_deliveries.tries       is 'How often it was tried';
comment on column notice_deliveries.next_try_at is 'Of a queued one: when it is tried; of a sent one: when its receipt is asked for';
comment on column notice_deliveries.provider_id is 'The provider''s own id of the message';
comment on column notice_deliveries.error       is 'The provider''s word for what went wrong, the last time';
comment on column notice_deliveries.made_at     is 'When the ladder asked for it';
comment on column notice_deliveries.sent_at     is 'When the provider took it';
comment on column notice_deliveries.ended_at    is 'When it was delivered, failed or expired';

create table notice_calls (
  notice_id  uuid primary key references notices,
  person_id  uuid not null,
  student_id uuid,
  lineage    uuid[] not null,
  made_at    timestamptz not null,
  tries      integer not null default 0,
  outcome    text check (outcome in ('reached', 'not-reached')),
  called_by  uuid,
  called_at  timestamptz
);
create index notice_calls_open on notice_calls using gin (lineage) where outcome is null;
comment on table  notice_calls            is 'Families whom no channel reached: the class teacher telephones';
comment on column notice_calls.notice_id  is 'What to tell them';
comment on column notice_calls.person_id  is 'Whom to call';
comment on column notice_calls.student_id is 'The child through whom the teacher knows them';
comment on column notice_calls.lineage    is 'Of the child''s class, or of the organisation that answers for the notice';
comment on column notice_calls.made_at    is 'When it came on the list';
comment on column notice_calls.tries      is 'How often nobody answered';
comment on column notice_calls.outcome    is 'How it ended; null while it is to be done';
comment on column notice_calls.called_by  is 'Who called last';
comment on column notice_calls.called_at  is 'When';

alter table notice_wishes enable row level security;
alter table notice_addresses enable row level security;
alter table notice_deliveries enable row level security;
alter table notice_calls enable row level security;
create policy people_have_their_own on notice_wishes to gongyu_app using (
  person_id = (select signed_in_person()) or current_setting('gongyu.reach', true) = 'all');
create policy people_have_their_own on notice_addresses to gongyu_app using (
  person_id = (select signed_in_person()) or current_setting('gongyu.reach', true) = 'all');
create policy people_have_their_own on notice_deliveries to gongyu_app using (
  person_id = (select signed_in_person()) or current_setting('gongyu.reach', true) = 'all');
create policy the_program_keeps_the_list on notice_calls to gongyu_app using (
  current_setting('gongyu.reach', true) = 'all');
grant select, insert, update on notice_wishes, notice_addresses, notice_deliveries, notice_calls to gongyu_app;
