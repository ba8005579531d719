-- A board is read by many and changes seldom: who keeps an answer asks by one row whether it still holds.

create table duty_versions (
  place   uuid primary key,
  version uuid not null
) with (fillfactor = 50);

comment on table  duty_versions         is 'Which state the tallies at each place are in; a board of another version is not the board of now';
comment on column duty_versions.place   is 'An organisation; all zeros for what changes every board: a period dropped, a kind of fact seen for the first time';
comment on column duty_versions.version is 'A new one with every change; made up, not counted, for counts that a crash took back are counted again in other steps';

grant select on duty_versions to gongyu_app;
grant select, insert, update, delete on duty_versions to gongyu_counter;
