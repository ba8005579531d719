create table excuses (
  id              uuid primary key,
  version         integer not null default 1 check (version >= 1),
  duty            text not null,
  period          text not null,
  due_on          date,
  scope           text not null check (scope in ('one', 'all')),
  holder_kind     text not null check (holder_kind in ('student', 'staff', 'organisation', 'body')),
  holder_id       uuid not null,
  place_id        uuid not null,
  place_lineage   uuid[] not null,
  reason          text not null,
  words           text check (length(words) between 1 and 300),
  substitute      text,
  substitute_on   date,
  state           text not null check (state in ('waiting', 'approved', 'declined', 'withdrawn', 'revoked')),
  asked_by        uuid not null,
  asked_at        timestamptz not null,
  decided_by      uuid,
  decided_at      timestamptz,
  decision_reason text check (length(decision_reason) between 1 and 300),
  revoked_by      uuid,
  revoked_at      timestamptz,
  revoked_reason  text check (length(revoked_reason) between 1 and 300),
  constraint all_of_a_place check (scope = 'one' or (holder_kind = 'organisation' and holder_id = place_id)),
  constraint a_second_person_decides check (decided_by <> asked_by),
  constraint decided_by_somebody check ((state in ('approved', 'declined', 'revoked')) = (decided_by is not null)),
  constraint declined_for_a_reason check (state <> 'declined' or decision_reason is not null),
  constraint revoked_for_a_reason check ((state = 'revoked') = (num_nonnulls(revoked_by, revoked_at, revoked_reason) = 3))
);
create unique index one_excuse_a_task on excuses (duty, period, holder_id) where state in ('waiting', 'approved');
create index excuses_by_time on excuses (asked_at desc, id desc);
create index excuses_by_place on excuses using gin (place_lineage);
create index excuses_of_holder on excuses (holder_id);

comment on table  excuses                 is 'That a duty is not asked for, of whom and why: asked by one person, decided by another above them (3.1)';
comment on column excuses.id              is 'UUIDv7; the fact that excuses names it';
comment on column excuses.version         is 'Counts changes; the ETag';
comment on column excuses.duty            is 'A duty of the plan';
comment on column excuses.period          is 'Such as 2026-2027-1 or 2026-10, or the key of an occasion';
comment on column excuses.due_on          is 'When the task falls due; null of all at a place, which may differ';
comment on column excuses.scope           is 'one: a holder''s task; all: every task of the duty and period at the place and below it';
comment on column excuses.holder_kind     is 'What the holder is; a child''s is seen by who may see the child';
comment on column excuses.holder_id       is 'Whose task; of all the place';
comment on column excuses.place_id        is 'Where the task lay when it was asked';
comment on column excuses.place_lineage   is 'That place with all above it';
comment on column excuses.reason          is 'A reason of the plan (facts.yaml)';
comment on column excuses.words           is 'In a sentence, nothing of health; goes when the person is erased';
comment on column excuses.substitute      is 'A substitute of the plan: in what other form it was done';
comment on column excuses.substitute_on   is 'On which day';
comment on column excuses.state           is 'waiting, approved, declined, withdrawn by who asked, revoked after approval: see states.ts';
comment on column excuses.asked_by        is 'Who asked';
comment on column excuses.asked_at        is 'When';
comment on column excuses.decided_by      is 'Who approved or declined; never who asked';
comment on column excuses.decided_at      is 'When';
comment on column excuses.decision_reason is 'Why; needed to decline';
comment on column excuses.revoked_by      is 'Who took the approval back';
comment on column excuses.revoked_at      is 'When';
comment on column excuses.revoked_reason  is 'Why';

alter table excuses enable row level security;
-- A child's by who may see the child; what an organisation owes is no secret of a child's.
create policy of_children_who_are_seen on excuses to gongyu_app using (
  holder_kind <> 'student'
  or current_setting('gongyu.reach', true) = 'all'
  or exists (select from students where students.id = holder_id)
);
grant select, insert, update on excuses to gongyu_app;
