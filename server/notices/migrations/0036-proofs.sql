create table notice_address_proofs (
  person_id      uuid primary key,
  address_sealed bytea not null,
  code_hash      bytea not null,
  expires_at     timestamptz not null,
  tries          integer not null default 0
);
comment on table  notice_address_proofs                is 'A mail address that somebody says is theirs, until they give the code that was sent there';
comment on column notice_address_proofs.person_id      is 'Who says so';
comment on column notice_address_proofs.address_sealed is 'The address, AES-256-GCM';
comment on column notice_address_proofs.code_hash      is 'Keyed hash of the code, bound to person and address';
comment on column notice_address_proofs.expires_at     is 'Until when the code is good';
comment on column notice_address_proofs.tries          is 'How many wrong codes were given';

alter table notice_address_proofs enable row level security;
create policy people_have_their_own on notice_address_proofs to gongyu_app using (
  person_id = (select signed_in_person()) or current_setting('gongyu.reach', true) = 'all');
grant select, insert, update, delete on notice_address_proofs to gongyu_app;
