alter table attendances add column ticks_version integer not null default 0;
comment on column attendances.ticks_version is 'Counts how often the door said which children came, before minutes stand; the ETag of that';
