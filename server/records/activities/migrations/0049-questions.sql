-- What the host asks of whoever signs up.
create table activity_questions (
  id          uuid primary key,
  activity_id uuid not null references activities,
  place       smallint not null check (place between 1 and 20),
  kind        text not null check (kind in ('text', 'one', 'many', 'count')),
  label       text not null check (length(label) between 1 and 120),
  choices     text[] not null default '{}',
  is_required boolean not null,
  constraint one_question_a_place unique (activity_id, place),
  constraint choices_are_for_choosing check ((kind in ('one', 'many')) = (cardinality(choices) > 0))
);

comment on table  activity_questions             is 'What the host asks of whoever signs up; fixed once somebody has';
comment on column activity_questions.id          is 'UUIDv7';
comment on column activity_questions.activity_id is 'The activity';
comment on column activity_questions.place       is '1 for the first';
comment on column activity_questions.kind        is 'text, one choice, many choices, or a count of people';
comment on column activity_questions.label       is 'The question';
comment on column activity_questions.choices     is 'What may be chosen; empty for text and count';
comment on column activity_questions.is_required is 'Nobody signs up without an answer';

create table registration_answers (
  registration_id uuid not null references registrations,
  question_id     uuid not null references activity_questions,
  answer          bytea not null,
  answered_by     uuid not null,
  answered_at     timestamptz not null,
  constraint one_answer_a_question primary key (registration_id, question_id)
);

comment on table  registration_answers                 is 'What a household answered; sealed, for it may tell of a child''s health';
comment on column registration_answers.registration_id is 'The household''s registration';
comment on column registration_answers.question_id     is 'The question';
comment on column registration_answers.answer          is 'A JSON list of texts, sealed for the purpose activities.answer';
comment on column registration_answers.answered_by     is 'A carer of the household, or staff for them';
comment on column registration_answers.answered_at     is 'When it was last answered';

grant select, insert, update, delete on activity_questions, registration_answers to gongyu_app;
