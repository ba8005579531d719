-- A session is an activity that is part of another: so it has a time, a place, places, a waiting list, a door and
-- attendances of its own, by the same rules. What it shares with the others stands in the whole and is kept alike.
alter table activities add column part_of uuid references activities;
alter table activities add column has_sessions boolean not null default false;
alter table activities add column is_listed boolean not null default true;
alter table activities add column excludes_others boolean not null default false;
alter table activities add column is_private boolean not null default false;
alter table activities add column label text not null default '';
alter table activities add column team text not null default '';
alter table activities add column led_by uuid;
alter table activities add constraint a_session_has_no_sessions check (part_of is null or not has_sessions);
alter table activities drop constraint activities_title_check;
alter table activities add constraint activities_title_check check (length(title) between 1 and 120);
create index activities_by_whole on activities (part_of, begins_at, id) where part_of is not null;

comment on column activities.part_of         is 'The activity that this is a session of; null: it stands by itself';
comment on column activities.has_sessions    is 'It is held in sessions; people sign up for one of them and never for the whole';
comment on column activities.is_listed       is 'Stands in lists of what is coming; a session is found through its whole, but where each class has one of its own';
comment on column activities.excludes_others is 'Whoever has a place at this session has none at another of the same whole';
comment on column activities.is_private      is 'Only its counsellor and the family may know who comes';
comment on column activities.label           is 'What tells a session from its sisters: a room, a post, a class';
comment on column activities.team            is 'The team that serves in this shift';
comment on column activities.led_by          is 'Who leads the session: its counsellor, or the head of its team';

-- What only two sides may know of: the counsellor and the family. Null: whoever may read the activity.
alter table registrations add column private_to uuid[];
alter table registrations add column note_sealed bytea;
alter table registration_carers add column private_to uuid[];
alter table registration_students add column private_to uuid[];
alter table attendances add column private_to uuid[];
alter table attendances add column students_present uuid[];

comment on column registrations.private_to         is 'The only people who see it; null: whoever may read the activity';
comment on column registrations.note_sealed        is 'What the family wants to talk about, sealed; null: nothing was said';
comment on column registration_carers.private_to   is 'As of its registration';
comment on column registration_students.private_to is 'As of its registration';
comment on column attendances.private_to           is 'As of its registration';
comment on column attendances.students_present     is 'Children of the registration who were there too; null: nobody looked';

-- Inlined into every statement, and for what is not private the first test is the last.
create function may_know(private_to uuid[]) returns boolean language sql stable as $$
  select private_to is null
      or current_setting('gongyu.reach', true) = 'all'
      or private_to @> array[nullif(current_setting('gongyu.person', true), '')::uuid]
$$;

alter table registrations enable row level security;
alter table registration_carers enable row level security;
alter table registration_students enable row level security;
alter table attendances enable row level security;
create policy private_ones_are_for_two_sides on registrations to gongyu_app using (may_know(private_to));
create policy private_ones_are_for_two_sides on registration_carers to gongyu_app using (may_know(private_to));
create policy private_ones_are_for_two_sides on registration_students to gongyu_app using (may_know(private_to));
create policy private_ones_are_for_two_sides on attendances to gongyu_app using (may_know(private_to));
