create table ledger_accounts (
  carer_id uuid primary key,
  account  text not null,
  salt     bytea check (length(salt) = 32),
  constraint account_names_one_carer unique (account)
);

comment on table  ledger_accounts          is 'Under which name a carer stands in the ledger: a salted commitment, so that an export names nobody and the name can be cut off from the person for good';
comment on column ledger_accounts.carer_id is 'The carer';
comment on column ledger_accounts.account  is 'Base64url of SHA-256 over salt and id (docs/ledger-format.md); the plain id for those who had entries before accounts were salted';
comment on column ledger_accounts.salt     is 'Shows, while it is kept, that the account is this carer''s; null: erased, or never salted';

insert into ledger_accounts (carer_id, account)
select distinct carer_id, carer_id::text from ledger_entries;

grant select on ledger_accounts to gongyu_app;
grant select, insert on ledger_accounts to gongyu_counter;
