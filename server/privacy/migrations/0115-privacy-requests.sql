create table privacy_requests (
  id              uuid primary key,
  person_id       uuid not null,
  kind            text not null check (kind in ('correct', 'erase')),
  organisation_id uuid not null,
  lineage         uuid[] not null,
  wish_sealed     bytea,
  state           text not null default 'open'
    check (state in ('open', 'accepted', 'done', 'refused', 'withdrawn')),
  reason          text not null default '' check (length(reason) <= 300),
  made_at         timestamptz not null,
  answer_until    date not null,
  decided_by      uuid,
  decided_at      timestamptz,
  erase_after     timestamptz,
  done_at         timestamptz,
  constraint decided_by_somebody check ((state in ('open', 'withdrawn')) or decided_by is not null),
  constraint only_an_accepted_erasure_waits check (erase_after is null or kind = 'erase')
);
create unique index one_open_request_a_kind on privacy_requests (person_id, kind)
  where state in ('open', 'accepted');
create index privacy_requests_by_lineage on privacy_requests using gin (lineage);
create index erasures_that_wait on privacy_requests (erase_after) where state = 'accepted';

comment on table  privacy_requests                 is 'What people ask of their own data: to have it corrected or erased (Personal Information Protection Law, articles 46 and 47)';
comment on column privacy_requests.id              is 'UUIDv7';
comment on column privacy_requests.person_id       is 'Who asks';
comment on column privacy_requests.kind            is 'correct: something is wrong · erase: everything that names the person';
comment on column privacy_requests.organisation_id is 'Who answers it: a child''s school for a correction, the district for an erasure';
comment on column privacy_requests.lineage         is 'That organisation with all above it';
comment on column privacy_requests.wish_sealed     is 'What they wrote, AES-256-GCM; null once they are erased';
comment on column privacy_requests.state           is 'open · accepted: an erasure that can still be taken back · done · refused · withdrawn';
comment on column privacy_requests.reason          is 'What whoever decided wrote to the person';
comment on column privacy_requests.made_at         is 'When it was asked';
comment on column privacy_requests.answer_until    is 'The day by which it must be answered';
comment on column privacy_requests.decided_by      is 'Who decided';
comment on column privacy_requests.decided_at      is 'When it was decided';
comment on column privacy_requests.erase_after     is 'Until then the person can take an accepted erasure back';
comment on column privacy_requests.done_at         is 'When it was carried out';

alter table privacy_requests enable row level security;
create policy who_asks_and_who_answers on privacy_requests to gongyu_app using (
  person_id = (select signed_in_person())
  or case when current_setting('gongyu.reach', true) = 'all' then true
          else lineage && (select reached_organisations()) end
);
grant select, insert, update on privacy_requests to gongyu_app;

-- What an erasure takes out. Facts, attendance and the ledger's entries stay: they hold no name.
grant delete on
  link_requests, external_keys, accounts, sessions, secret_addresses, idempotency_keys,
  notices, notice_deliveries, notice_calls, notice_addresses, notice_address_proofs, notice_wishes,
  topic_proposals, reliefs, contest_evidence
  to gongyu_app;
grant update (salt) on ledger_accounts to gongyu_counter;
