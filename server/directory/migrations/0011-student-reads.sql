create table student_reads (
  id         uuid primary key,
  student_id uuid not null references students,
  reader_id  uuid not null references people,
  role       text not null,
  what       text not null,
  at         timestamptz not null
);
create index student_reads_by_student on student_reads (student_id, at desc);

comment on table  student_reads            is 'Who of the staff looked at a child''s file, and what they opened; append-only, shown to the family';
comment on column student_reads.id         is 'UUIDv7';
comment on column student_reads.student_id is 'The child';
comment on column student_reads.reader_id  is 'Who looked';
comment on column student_reads.role       is 'The role by which they were allowed to';
comment on column student_reads.what       is 'What was opened, such as directory or points';
comment on column student_reads.at         is 'When';

grant select, insert on student_reads to gongyu_app;
