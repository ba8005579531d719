create table roster_imports (
  id             uuid primary key,
  person_id      uuid not null references people,
  reach          uuid[] not null,
  file_name      text not null check (length(file_name) between 1 and 200),
  file           bytea not null,
  state          text not null check (state in ('reading', 'comparing', 'ready', 'applying', 'done', 'failed')),
  progress       jsonb,
  counts         jsonb,
  problems       jsonb not null default '[]',
  problem_count  integer not null default 0,
  rejected_rows  integer not null default 0,
  rejected_sheet bytea,
  made_at        timestamptz not null,
  changed_at     timestamptz not null
);
create index roster_imports_by_person on roster_imports (person_id, made_at desc);

comment on table  roster_imports                is 'Rosters that were uploaded: previewed first, applied when their uploader says so';
comment on column roster_imports.id             is 'UUIDv7';
comment on column roster_imports.person_id      is 'Who uploaded it; nobody else sees it';
comment on column roster_imports.reach          is 'Organisations that the uploader''s post reaches';
comment on column roster_imports.file_name      is 'As it was called on their machine';
comment on column roster_imports.file           is 'The file; emptied when it was applied or is a day old, for it holds personal data';
comment on column roster_imports.state          is 'reading, comparing, ready (to be confirmed), applying, done or failed';
comment on column roster_imports.progress       is 'The sheet and row that it has come to';
comment on column roster_imports.counts         is 'What it changes: new, changed, left, unchanged of each list';
comment on column roster_imports.problems       is 'The first problems, explained in both languages';
comment on column roster_imports.problem_count  is 'How many there are';
comment on column roster_imports.rejected_rows  is 'Rows that will not be applied';
comment on column roster_imports.rejected_sheet is 'Those rows as a workbook, with what is wrong; emptied with the file';
comment on column roster_imports.made_at        is 'When it was uploaded';
comment on column roster_imports.changed_at     is 'When it last moved on';

grant select, insert, update on roster_imports to gongyu_app;
