create table ledger_signers (
  generation integer primary key,
  after_size bigint not null check (after_size >= 0),
  needed     integer not null check (needed >= 0),
  signers    jsonb not null,
  handovers  jsonb not null,
  at         timestamptz not null
);

comment on table  ledger_signers            is 'Houses that sign the ledger''s checkpoints beside the district, and how many of them a checkpoint needs; append-only';
comment on column ledger_signers.generation is '1, 2, 3 …: the last one holds';
comment on column ledger_signers.after_size is 'Checkpoints above this size are under it';
comment on column ledger_signers.needed     is 'How many of them';
comment on column ledger_signers.signers    is '[{"key": verifier key (C2SP), "address": where it is asked (C2SP tlog-witness)}]';
comment on column ledger_signers.handovers  is '[{"former", "next", "signature"}]: what signers'' former keys have signed of those that took their place (docs/ledger-format.md)';
comment on column ledger_signers.at         is 'When the district set it';

grant select on ledger_signers to gongyu_app;
grant select, insert on ledger_signers to gongyu_counter;
