create table ledger_subtrees (
  level smallint not null check (level > 0),
  index bigint not null check (index >= 0),
  hash  bytea not null check (length(hash) = 32),
  constraint one_row_a_subtree primary key (level, index)
);

comment on table  ledger_subtrees       is 'Roots of whole subtrees of the ledger''s tree (RFC 6962), so that a proof reads hundreds of hashes and not millions; made from the leaves, append-only';
comment on column ledger_subtrees.level is 'The subtree has 256^level leaves';
comment on column ledger_subtrees.index is 'Its place among those of its level, from 0: its first leaf is index * 256^level';
comment on column ledger_subtrees.hash  is 'Its root';

grant select on ledger_subtrees to gongyu_app;
grant select, insert on ledger_subtrees to gongyu_counter;
