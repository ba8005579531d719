create table picture_questions (
  id          uuid primary key,
  activity_id uuid not null references activities,
  student_id  uuid not null,
  purpose     text not null check (purpose in ('album', 'public')),
  asked_at    timestamptz not null,
  closed_at   timestamptz
);
create unique index one_open_question on picture_questions (activity_id, student_id, purpose)
  where closed_at is null;
create index picture_questions_of_child on picture_questions (student_id, purpose) where closed_at is null;
comment on table  picture_questions             is 'Families who were asked for consent because their child is on photos of an event';
comment on column picture_questions.id          is 'UUIDv7; what the notices are about';
comment on column picture_questions.activity_id is 'Whose photos';
comment on column picture_questions.student_id  is 'The child';
comment on column picture_questions.purpose     is 'album: for those who took part; public: for anyone';
comment on column picture_questions.asked_at    is 'When the child was said to be seen, or a photo was to be shown to all';
comment on column picture_questions.closed_at   is 'When a carer answered, or no photo of the event shows the child any more; null until then';

-- It tells of children: who may not see the child does not see it either.
alter table picture_questions enable row level security;
create policy seen_with_the_child on picture_questions to gongyu_app using (
  exists (select from students where students.id = student_id)
);
grant select, insert, update on picture_questions to gongyu_app;
