-- A correction may say that other children were there than was taken down.
alter table attendance_corrections add column students_before uuid[];
alter table attendance_corrections add column students_after uuid[];
comment on column attendance_corrections.students_before is 'Children who were there, as it stood; null: the correction did not touch them';
comment on column attendance_corrections.students_after  is 'Children who were there, as it stands';
comment on column attendances.students_present is 'Children who were there too, as staff saw; null: nobody looked, so those of the registration';
