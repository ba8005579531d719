-- A programme may get another name, and may be given up; its dates stay as events of their own.
alter table programmes add column version integer not null default 1;
comment on column programmes.version is 'Grows with each change of name or summary';
alter table programmes drop constraint programmes_copied_from_fkey;
comment on column programmes.copied_from is 'The programme of another term that it repeats, though that may be gone; null: none';
grant update, delete on programmes to gongyu_app;
