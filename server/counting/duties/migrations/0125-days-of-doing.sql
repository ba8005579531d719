-- On which day a task was done: for "done late" (2.3.2: a letter answered in time) and for how the work grew, week by
-- week. Evidence kept no days before; all of it is counted again from the log.

truncate duty_evidence;
delete from duty_definitions;

alter table duty_evidence
  add column day      date    not null,
  add column quantity integer not null,
  add column thing    text;

comment on column duty_evidence.day      is 'On which it happened, in China';
comment on column duty_evidence.quantity is 'What it adds; less than zero where it takes back';
comment on column duty_evidence.thing    is 'Of duties that count different values: the value';

alter table duty_progress add column last_day date;

comment on column duty_progress.last_day is 'Day of the latest fact; what is told of an earlier one may move the day of doing';

alter table duty_periods add column red_days integer not null default 0;

comment on column duty_periods.red_days is 'How many days after the last one it turns late';

alter table duty_tallies add column done_late integer not null default 0;

comment on column duty_tallies.done_late is 'How many of the done ones were done late';

create table duty_finishes (
  duty   text not null,
  period text not null,
  place  uuid not null,
  week   date not null,
  done   integer not null,
  constraint finishes_of_a_place primary key (duty, period, place, week)
);
create index duty_finishes_by_place on duty_finishes (place, period);

comment on table  duty_finishes        is 'In which week the tasks at a place and below it were done: the growth that boards draw';
comment on column duty_finishes.duty   is 'A duty of the plan';
comment on column duty_finishes.period is 'A period, or occasion';
comment on column duty_finishes.place  is 'An organisation; each task counts at every place of its lineage';
comment on column duty_finishes.week   is 'Its Monday';
comment on column duty_finishes.done   is 'How many tasks reached what is asked in it';

grant select on duty_finishes to gongyu_app;
grant select, insert, update, delete on duty_finishes to gongyu_counter;
