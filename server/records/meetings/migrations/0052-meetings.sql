create table meeting_answers (
  activity_id uuid not null,
  student_id  uuid not null,
  carer_id    uuid not null,
  answer      text not null check (answer in ('cannot', 'other-carer')),
  reason      text not null default '' check (length(reason) <= 200),
  answered_at timestamptz not null,
  constraint one_answer_a_carer primary key (activity_id, student_id, carer_id)
);

comment on table  meeting_answers             is 'Carers who said that they will not come to the meeting of a child''s class (2.2.1(3)); who comes signs up';
comment on column meeting_answers.activity_id is 'The meeting of the class';
comment on column meeting_answers.student_id  is 'The child';
comment on column meeting_answers.carer_id    is 'Who answered';
comment on column meeting_answers.answer      is 'cannot: nobody comes; other-carer: another carer comes';
comment on column meeting_answers.reason      is 'Why, in the family''s words';
comment on column meeting_answers.answered_at is 'When; a later answer replaces an earlier one';

create table meeting_talks (
  id          uuid primary key,
  activity_id uuid not null,
  student_id  uuid not null,
  carer_id    uuid not null,
  talked_on   date not null,
  minutes     integer not null check (minutes between 1 and 480),
  note        text not null default '' check (length(note) <= 300),
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  constraint one_talk_a_family unique (activity_id, student_id)
);

comment on table  meeting_talks             is 'A talk with a family that the meeting did not reach: so it is reached after all';
comment on column meeting_talks.id          is 'UUIDv7; the source of its fact is meeting-talk:<id>';
comment on column meeting_talks.activity_id is 'The meeting of the class';
comment on column meeting_talks.student_id  is 'The child';
comment on column meeting_talks.carer_id    is 'With whom';
comment on column meeting_talks.talked_on   is 'On which day';
comment on column meeting_talks.minutes     is 'How long';
comment on column meeting_talks.note        is 'What the teacher noted';
comment on column meeting_talks.recorded_by is 'Who talked with them and wrote it down';
comment on column meeting_talks.recorded_at is 'When';

alter table meeting_answers enable row level security;
alter table meeting_talks enable row level security;
-- Whoever may see the child: by the policies of students.
create policy whoever_sees_the_child on meeting_answers to gongyu_app
  using (exists (select from students where students.id = student_id));
create policy whoever_sees_the_child on meeting_talks to gongyu_app
  using (exists (select from students where students.id = student_id));
grant select, insert, update on meeting_answers to gongyu_app;
grant select, insert on meeting_talks to gongyu_app;
