-- Names and places in the tree are on every board and change a few times a year: who keeps them asks by one row.

create table organisations_version (
  only_row boolean primary key default true check (only_row),
  version  bigint not null
);
insert into organisations_version (version) values (0);

comment on table  organisations_version          is 'One row: how often organisations have changed';
comment on column organisations_version.only_row is 'True: there is no other row';
comment on column organisations_version.version  is 'Counts up with every import that writes organisations';

grant select on organisations_version to gongyu_app;
