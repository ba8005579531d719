-- What a family said of allergies and the like is of no use once the event is over.
alter table activity_questions add column forgotten_at timestamptz;
create index questions_remembered on activity_questions (activity_id) where forgotten_at is null;
comment on column activity_questions.forgotten_at is 'When its answers were deleted, some time after the event; null: they are kept';
