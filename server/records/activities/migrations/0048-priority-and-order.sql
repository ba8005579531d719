-- Who may sign up first, and in which order those who wait are asked.
alter table activities add column priority_ids uuid[] not null default '{}';
alter table activities add column priority_until timestamptz;
alter table activities add constraint priority_is_of_somebody
  check (priority_until is null or cardinality(priority_ids) > 0);

comment on column activities.priority_ids   is 'Organisations whose families go first; empty: all alike';
comment on column activities.priority_until is 'Until then only they may sign up; null: they only go first in the waiting list';

alter table registrations add column waiting_rank smallint not null default 0 check (waiting_rank between 0 and 7);
drop index registrations_waiting;
create index registrations_waiting on registrations (activity_id, waiting_rank, queue_number) where state = 'waiting';

comment on column registrations.waiting_rank is 'Lower goes first, then by queue_number; as it stood at sign-up: see rules/waiting-order.ts';

-- Whether a child's family has had a place is asked of everybody who joins a waiting list.
create index registration_students_by_student on registration_students (student_id)
  include (registration_id, activity_id) where left_at is null;

create table absence_excuses (
  registration_id uuid primary key references registrations,
  reason          text not null check (reason in ('ill', 'work', 'on-the-way', 'other')),
  excused_by      uuid not null,
  excused_at      timestamptz not null
);

comment on table  absence_excuses                 is 'Why a family that had a place did not come: it no longer counts as missed';
comment on column absence_excuses.registration_id is 'The household''s registration';
comment on column absence_excuses.reason          is 'One of a closed list, so that nobody writes an illness down';
comment on column absence_excuses.excused_by      is 'A carer of the household, or staff of the host';
comment on column absence_excuses.excused_at      is 'When';

grant select, insert, update on absence_excuses to gongyu_app;
