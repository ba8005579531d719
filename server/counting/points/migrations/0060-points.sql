create table ledger_entries (
  sequence     bigint primary key check (sequence >= 0),
  id           uuid not null,
  carer_id     uuid not null,
  fact_id      uuid not null,
  rule         text not null,
  rule_version integer not null,
  raw_amount   integer not null,
  amount       integer not null,
  counted_on   date not null,
  posted_at    timestamptz not null,
  leaf_hash    bytea not null check (length(leaf_hash) = 32),
  constraint a_fact_earns_once_by_a_rule unique (fact_id, rule)
);
create index ledger_entries_by_carer on ledger_entries (carer_id, sequence);

comment on table  ledger_entries              is 'Growth points (2.4.1): append-only, one entry for each fact and rule; corrections are entries of reversing facts';
comment on column ledger_entries.sequence     is 'Index of the leaf in the Merkle tree: 0, 1, 2 … without gaps';
comment on column ledger_entries.id           is 'UUIDv7';
comment on column ledger_entries.carer_id     is 'The account: the carer who did the thing';
comment on column ledger_entries.fact_id      is 'The fact that earned it';
comment on column ledger_entries.rule         is 'The rule of the plan';
comment on column ledger_entries.rule_version is 'The version of the rule that held on the day';
comment on column ledger_entries.raw_amount   is 'Hundredths of a point before caps';
comment on column ledger_entries.amount       is 'Hundredths of a point that count, after caps';
comment on column ledger_entries.counted_on   is 'The day on which the thing happened, in Shanghai';
comment on column ledger_entries.posted_at    is 'When the entry was posted';
comment on column ledger_entries.leaf_hash    is 'RFC 6962 leaf of the entry as it was posted: a row edited later no longer fits it';

create table term_balances (
  carer_id uuid not null,
  term     text not null,
  amount   bigint not null,
  entries  integer not null,
  sums     json not null,
  constraint one_row_a_carer_and_term primary key (carer_id, term)
) with (fillfactor = 70);

comment on table  term_balances          is 'The sum of a carer''s entries of a term, and the running sums below the caps, so that a cap is a function of what happened and not of its order; kept in the transaction that posts the entries';
comment on column term_balances.carer_id is 'The account';
comment on column term_balances.term     is 'The term whose caps the deeds fall under';
comment on column term_balances.amount   is 'Hundredths of a point';
comment on column term_balances.entries  is 'How many entries the amount is made of';
comment on column term_balances.sums     is 'Hundredths, by "rule/version": "days" as day and amount by turns, before the cap of the day, "term" after it and before the cap of the term; json and not jsonb, for it is only ever read and written whole';

create view balances as
  select carer_id, sum(amount)::bigint as amount, sum(entries)::integer as entries
    from term_balances
   group by carer_id;

comment on view   balances          is 'The sum of all entries of a carer';
comment on column balances.carer_id is 'The account';
comment on column balances.amount   is 'Hundredths of a point';
comment on column balances.entries  is 'How many entries the sum is made of';

create table point_families (
  student_id uuid not null,
  carer_id   uuid not null,
  links      integer not null,
  constraint one_row_a_pair primary key (student_id, carer_id)
);
create index point_families_by_carer on point_families (carer_id) where links > 0;

comment on table  point_families            is 'Whose points count for which child, as the facts family.linked and family.unlinked say';
comment on column point_families.student_id is 'The child';
comment on column point_families.carer_id   is 'The carer';
comment on column point_families.links      is 'Linked minus unlinked: the carer counts while it is above 0';

create table ledger_trees (
  size   bigint primary key check (size >= 0),
  hashes bytea not null,
  note   text not null,
  at     timestamptz not null
);

comment on table  ledger_trees        is 'Checkpoints of the ledger''s Merkle tree (RFC 6962), signed (C2SP)';
comment on column ledger_trees.size   is 'How many entries the checkpoint covers';
comment on column ledger_trees.hashes is 'The compact range: 32 bytes for each full subtree, left to right, from which the tree goes on';
comment on column ledger_trees.note   is 'The signed note';
comment on column ledger_trees.at     is 'When it was signed';

grant select on ledger_entries, term_balances, balances, point_families, ledger_trees to gongyu_app;
grant select, insert on ledger_entries, ledger_trees to gongyu_counter;
grant select on balances to gongyu_counter;
grant select, insert, update on term_balances, point_families to gongyu_counter;
