create table ledger_cosignatures (
  size    bigint not null,
  witness text not null,
  line    text not null,
  at      timestamptz not null,
  constraint one_line_a_checkpoint_and_witness primary key (size, witness)
);

comment on table  ledger_cosignatures         is 'What other houses have signed: that the ledger of this size only added to what they saw before (C2SP tlog-cosignature); append-only';
comment on column ledger_cosignatures.size    is 'Of the checkpoint';
comment on column ledger_cosignatures.witness is 'The name of the witness';
comment on column ledger_cosignatures.line    is 'The signature line, with its newline';
comment on column ledger_cosignatures.at      is 'When the witness says that it saw it';

create table witnessed_ledgers (
  origin text primary key,
  size   bigint not null check (size >= 0),
  root   bytea check (length(root) = 32),
  at     timestamptz not null,
  constraint root_unless_empty check (size = 0 or root is not null)
);

comment on table  witnessed_ledgers        is 'Ledgers of other houses that we witness, as we last saw them (C2SP tlog-witness)';
comment on column witnessed_ledgers.origin is 'The ledger''s name';
comment on column witnessed_ledgers.size   is 'How many entries it had; never falls';
comment on column witnessed_ledgers.root   is 'Its root at that size; null: never seen';
comment on column witnessed_ledgers.at     is 'When';

grant select on ledger_cosignatures to gongyu_app;
grant select, insert on ledger_cosignatures to gongyu_counter;
grant select, insert, update on witnessed_ledgers to gongyu_app;
