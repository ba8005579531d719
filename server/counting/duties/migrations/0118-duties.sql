-- Duties (2.2.1(3), 2.3.3, 2.3.5, 2.4.4, 3.1 …) counted as the facts arrive. Everything here follows from the log and the
-- plan, and may be counted again.

create table duty_places (
  id         uuid primary key,
  kind       text not null,
  stage      text,
  entered_in integer,
  lineage    uuid[] not null,
  told_at    bigint not null
);
create index duty_places_by_lineage on duty_places using gin (lineage);

comment on table  duty_places            is 'Organisations, as the facts tell of them';
comment on column duty_places.id         is 'The organisation';
comment on column duty_places.kind       is 'district, subdistrict, community, school, kindergarten, grade or class';
comment on column duty_places.stage      is 'Stage of schooling of a school, grade or class';
comment on column duty_places.entered_in is 'Year in which a grade or class entered';
comment on column duty_places.lineage    is 'From the district down, itself included';
comment on column duty_places.told_at    is 'Place in the log of the fact that told it last';

create table duty_moves (
  holder uuid not null,
  word   text not null check (word in ('open', 'class', 'flag', 'post', 'body')),
  place  uuid not null,
  detail text not null,
  day    date not null,
  times  integer not null,
  constraint moves_of_a_day primary key (holder, word, place, detail, day)
);

comment on table  duty_moves        is 'Who came and went, day by day, as facts tell it in whatever order';
comment on column duty_moves.holder is 'An organisation, student, member of staff or body';
comment on column duty_moves.word   is 'open: an organisation; class: a student in a class; flag: care for a child; post: staff; body: a committee or group';
comment on column duty_moves.place  is 'The organisation it is at';
comment on column duty_moves.detail is 'Kind of organisation, flag, role or kind of body; empty for a class';
comment on column duty_moves.day    is 'In China';
comment on column duty_moves.times  is 'Comings less goings of that day';

create table duty_stays (
  holder    uuid not null,
  word      text not null,
  place     uuid not null,
  detail    text not null,
  from_day  date not null,
  until_day date,
  constraint stays_of_a_holder primary key (holder, word, place, detail, from_day)
);
create index duty_stays_by_place on duty_stays (place, word);

comment on table  duty_stays           is 'Who was where, from when until when: the moves summed up';
comment on column duty_stays.holder    is 'As in duty_moves';
comment on column duty_stays.word      is 'As in duty_moves';
comment on column duty_stays.place     is 'As in duty_moves';
comment on column duty_stays.detail    is 'As in duty_moves';
comment on column duty_stays.from_day  is 'First day';
comment on column duty_stays.until_day is 'Last day; null while it lasts';

create table duty_definitions (
  duty       text primary key,
  definition text not null
);

comment on table  duty_definitions            is 'By which wording of a duty its deeds were counted; another wording counts them again';
comment on column duty_definitions.duty       is 'A duty of the plan';
comment on column duty_definitions.definition is 'What of its wording decides which facts count for whom, as JSON';

create table duty_periods (
  duty       text not null,
  period     text not null,
  word       text not null,
  details    text[],
  stages     text[],
  entered_in integer[],
  flag       text,
  due_on     date,
  joined_by  date,
  target     integer not null,
  constraint a_period_of_a_duty primary key (duty, period)
);

comment on table  duty_periods            is 'What the plan asks in each period that has begun; a change of the plan changes the row and counts it again';
comment on column duty_periods.duty       is 'A duty of the plan';
comment on column duty_periods.period     is 'Such as 2026-2027-1 or 2026-10; occasion: each time that a fact asks for it';
comment on column duty_periods.word       is 'Which stays make a holder';
comment on column duty_periods.details    is 'Of these, those with one of these details; null: all';
comment on column duty_periods.stages     is 'And at a place of one of these stages; null: any';
comment on column duty_periods.entered_in is 'And at a place that entered in one of these years; null: any';
comment on column duty_periods.flag       is 'And with this flag on the due day; null: all';
comment on column duty_periods.due_on     is 'Last day; null where each occasion has its own';
comment on column duty_periods.joined_by  is 'Who came later owes nothing';
comment on column duty_periods.target     is 'How much: facts, different values or minutes';

create table duty_progress (
  duty     text not null,
  period   text not null,
  holder   uuid not null,
  quantity integer not null default 0,
  excuses  integer not null default 0,
  constraint progress_of_a_task primary key (duty, period, holder)
);
create index duty_progress_by_holder on duty_progress (holder);

comment on table  duty_progress          is 'What was done and what was excused, whether or not anybody asks for it';
comment on column duty_progress.duty     is 'A duty of the plan';
comment on column duty_progress.period   is 'A period, or the key of an occasion';
comment on column duty_progress.holder   is 'Whom it is about';
comment on column duty_progress.quantity is 'Facts, different values or minutes';
comment on column duty_progress.excuses  is 'Facts that excuse, less those taken back; of an organisation: for all in it';

create table duty_things (
  duty   text not null,
  period text not null,
  holder uuid not null,
  thing  text not null,
  times  integer not null,
  constraint a_thing_counts_once primary key (duty, period, holder, thing)
);

comment on table  duty_things        is 'Of duties that count different values: how often each was met';
comment on column duty_things.duty   is 'A duty of the plan';
comment on column duty_things.period is 'A period, or the key of an occasion';
comment on column duty_things.holder is 'Whom it is about';
comment on column duty_things.thing  is 'The value';
comment on column duty_things.times  is 'Facts with it, less those taken back';

create table duty_evidence (
  duty   text not null,
  period text not null,
  holder uuid not null,
  fact   bigint not null,
  constraint evidence_of_a_task primary key (duty, period, holder, fact)
);

comment on table  duty_evidence        is 'Which facts a figure stands on';
comment on column duty_evidence.duty   is 'A duty of the plan';
comment on column duty_evidence.period is 'A period, or the key of an occasion';
comment on column duty_evidence.holder is 'Whom it is about';
comment on column duty_evidence.fact   is 'Its place in the log';

create table duty_occasions (
  duty   text not null,
  key    text not null,
  holder uuid not null,
  due_on date not null,
  times  integer not null,
  constraint an_occasion_asks_once primary key (duty, key, holder, due_on)
);
create index duty_occasions_by_holder on duty_occasions (holder);

comment on table  duty_occasions        is 'What asked for something within some days: a letter, a child whose need was seen';
comment on column duty_occasions.duty   is 'A duty of the plan';
comment on column duty_occasions.key    is 'The id that what asks and what answers have in common';
comment on column duty_occasions.holder is 'Whom it is about';
comment on column duty_occasions.due_on is 'Last day to answer';
comment on column duty_occasions.times  is 'Facts that ask, less those taken back';

create table duty_tallies (
  duty    text not null,
  period  text not null,
  place   uuid not null,
  due_on  date not null,
  tasks   integer not null,
  done    integer not null,
  excused integer not null,
  constraint tally_of_a_place primary key (duty, period, place, due_on)
);
create index duty_tallies_by_place on duty_tallies (place, period);

comment on table  duty_tallies         is 'Tasks at a place and below it: what the boards show';
comment on column duty_tallies.duty    is 'A duty of the plan';
comment on column duty_tallies.period  is 'A period, or occasion';
comment on column duty_tallies.place   is 'An organisation; each task counts at every place of its lineage';
comment on column duty_tallies.due_on  is 'Last day of these tasks';
comment on column duty_tallies.tasks   is 'How many there are';
comment on column duty_tallies.done    is 'How many are done';
comment on column duty_tallies.excused is 'How many are excused and not done';

create table duty_kinds_seen (
  kind text primary key
);

comment on table  duty_kinds_seen      is 'Kinds of fact that were ever stated here: before the first, nobody is behind';
comment on column duty_kinds_seen.kind is 'A kind of the plan''s catalogue';

grant select on duty_places, duty_moves, duty_stays, duty_definitions, duty_periods, duty_progress, duty_things,
  duty_evidence, duty_occasions, duty_tallies, duty_kinds_seen to gongyu_app;
grant select, insert, update, delete on duty_places, duty_moves, duty_stays, duty_definitions, duty_periods,
  duty_progress, duty_things, duty_evidence, duty_occasions, duty_tallies, duty_kinds_seen to gongyu_counter;
