-- What a person answers for is kept with the names of children and of who holds which post: they move the same version.

alter table organisations_version rename to directory_version;

comment on table  directory_version         is 'One row: how often organisations, posts or names have changed';
comment on column directory_version.version is 'Counts up with every import, post given at the shell and name erased';

grant update (version) on directory_version to gongyu_app;
