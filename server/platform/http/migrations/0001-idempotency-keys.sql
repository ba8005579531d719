create table idempotency_keys (
  key         text not null check (length(key) between 8 and 128),
  person_id   uuid not null,
  fingerprint text not null,
  answer      jsonb,
  made_at     timestamptz not null default now(),
  constraint one_answer_for_a_key primary key (person_id, key)
);
create index idempotency_keys_by_age on idempotency_keys (made_at);

comment on table  idempotency_keys             is 'First answers, kept so that a retried creation gives the same one';
comment on column idempotency_keys.key         is 'What the client sent as Idempotency-Key';
comment on column idempotency_keys.person_id   is 'Who sent it; nil for nobody signed in';
comment on column idempotency_keys.fingerprint is 'Hash of method, path and body: a key must not be used for another request';
comment on column idempotency_keys.answer      is 'The answer of the first call, stored in its transaction';
comment on column idempotency_keys.made_at     is 'When; rows older than two days are removed';

grant select, insert, update on idempotency_keys to gongyu_app;
