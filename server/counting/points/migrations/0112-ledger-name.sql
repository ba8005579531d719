create table ledger_name (
  name text not null check (name <> ''),
  at   timestamptz not null
);
create unique index one_name on ledger_name ((true));

insert into ledger_name (name, at)
select split_part(note, E'\n', 1), at from ledger_trees order by size limit 1;

comment on table  ledger_name      is 'The ledger''s name, from the moment that something is signed under it: it stays, whatever address the server has later';
comment on column ledger_name.name is '`<host>/ledger` of that moment; the origin of every checkpoint';
comment on column ledger_name.at   is 'When it was first signed';

grant select on ledger_name to gongyu_app;
grant select, insert on ledger_name to gongyu_counter;
