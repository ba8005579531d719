-- Who answers for a duty hears of it in time (3.1). Told here so that it is told once.

create table duty_reminders (
  id         uuid not null,
  duty       text not null,
  period     text not null,
  due_on     date not null,
  place      uuid not null,
  step       text not null check (step in ('amber', 'due', 'late', 'above')),
  told_on    date not null,
  settled_at timestamptz,
  constraint a_step_is_told_once primary key (duty, period, due_on, place, step)
);
create index duty_reminders_that_speak on duty_reminders (due_on) where settled_at is null;

comment on table  duty_reminders            is 'What those who answer for a duty were told, step by step: a step is told once, however often it is looked';
comment on column duty_reminders.id         is 'UUIDv7: what the notices are about';
comment on column duty_reminders.duty       is 'A duty of the plan';
comment on column duty_reminders.period     is 'A period, or occasion';
comment on column duty_reminders.due_on     is 'Last day of what is owed';
comment on column duty_reminders.place      is 'The organisation of the post that was told';
comment on column duty_reminders.step       is 'amber: soon due; due: due tomorrow; late: was due; above: told to the post above';
comment on column duty_reminders.told_on    is 'The day in China';
comment on column duty_reminders.settled_at is 'When it was done, excused or past telling; null while it speaks';

create table duty_reminder_days (
  day     date primary key,
  told_at timestamptz not null
);

comment on table  duty_reminder_days         is 'Mornings on which it was looked who is to be reminded';
comment on column duty_reminder_days.day     is 'A working day in China';
comment on column duty_reminder_days.told_at is 'When it was looked';

grant select, insert, update on duty_reminders to gongyu_app;
grant select, insert on duty_reminder_days to gongyu_app;
