create table sign_in_codes (
  phone_index bytea primary key,
  code_hash   bytea not null,
  made_at     timestamptz not null,
  expires_at  timestamptz not null,
  tries       smallint not null default 0,
  used_at     timestamptz
);
create index sign_in_codes_by_age on sign_in_codes (expires_at);

comment on table  sign_in_codes             is 'The last code sent to a phone; a new one takes the place of the old';
comment on column sign_in_codes.phone_index is 'Keyed blind index of the phone; the number itself is not kept here';
comment on column sign_in_codes.code_hash   is 'HMAC-SHA-256 of phone and code: a copy of the table opens nothing';
comment on column sign_in_codes.made_at     is 'When it was sent';
comment on column sign_in_codes.expires_at  is 'Useless from then on';
comment on column sign_in_codes.tries       is 'How often it was tried; counted before it is compared';
comment on column sign_in_codes.used_at     is 'When it signed somebody in; it never does so again';

create table sign_in_tries (
  allowance text not null,
  subject   bytea not null,
  began_at  timestamptz not null,
  taken     integer not null check (taken >= 0),
  constraint one_count_for_a_subject primary key (allowance, subject)
);
create index sign_in_tries_by_age on sign_in_tries (began_at);

comment on table  sign_in_tries           is 'How much of each limit in limits.ts somebody has used up';
comment on column sign_in_tries.allowance is 'Name of the limit';
comment on column sign_in_tries.subject   is 'Keyed hash of the phone, account name or address that is limited';
comment on column sign_in_tries.began_at  is 'When the present window began';
comment on column sign_in_tries.taken     is 'How often since then, one beyond the limit at most';

create table accounts (
  person_id           uuid primary key,
  kind                text not null check (kind in ('adult', 'student')),
  login_index         bytea not null,
  password_hash       text not null,
  password_set_at     timestamptz not null,
  totp_sealed         bytea,
  totp_confirmed_at   timestamptz,
  totp_offered_sealed bytea,
  totp_last_step      bigint not null default 0,
  constraint login_names_one_account unique (login_index)
);

comment on table  accounts                     is 'Passwords and authenticators of those who need more than a phone';
comment on column accounts.person_id           is 'A grown-up or a student, as kind says';
comment on column accounts.kind                is 'adult or student';
comment on column accounts.login_index         is 'Keyed blind index of the phone or account name that is typed at sign-in';
comment on column accounts.password_hash       is 'argon2id, PHC string';
comment on column accounts.password_set_at     is 'When it was last set';
comment on column accounts.totp_sealed         is 'RFC 6238 secret in base32, AES-256-GCM';
comment on column accounts.totp_confirmed_at   is 'When a first code of it proved that the authenticator works';
comment on column accounts.totp_offered_sealed is 'A new secret, shown but not yet confirmed';
comment on column accounts.totp_last_step      is 'Time step of the last code taken: no code is taken twice';

create table sessions (
  id           uuid primary key,
  token_hash   bytea not null,
  person_id    uuid not null,
  kind         text not null check (kind in ('adult', 'student')),
  strength     text not null check (strength in ('code', 'password', 'password+totp')),
  made_by      text not null check (made_by in ('code', 'password', 'persona')),
  device       text not null,
  made_at      timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at   timestamptz not null,
  ended_at     timestamptz,
  constraint token_names_one_session unique (token_hash)
);
create index sessions_by_person on sessions (person_id) where ended_at is null;
create index sessions_by_age on sessions (expires_at);

comment on table  sessions              is 'Who is signed in, and on which device';
comment on column sessions.id           is 'UUIDv7; what the list of devices names';
comment on column sessions.token_hash   is 'SHA-256 of the token in the cookie: a copy of the table opens nothing';
comment on column sessions.person_id    is 'A grown-up or a student, as kind says';
comment on column sessions.kind         is 'adult or student';
comment on column sessions.strength     is 'What has been proven: decides which posts count';
comment on column sessions.made_by      is 'How it began; only a phone''s code lets one set a forgotten password';
comment on column sessions.device       is 'Browser and system in two words, for the person to recognise';
comment on column sessions.made_at      is 'When the person signed in';
comment on column sessions.last_seen_at is 'When it was last used, to the hour';
comment on column sessions.expires_at   is 'Useless from then on';
comment on column sessions.ended_at     is 'When the person signed out; null while it lasts';

grant select, insert, update, delete on sign_in_codes, sign_in_tries, sessions to gongyu_app;
grant select, insert, update on accounts to gongyu_app;
