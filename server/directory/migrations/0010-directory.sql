create table organisations (
  id             uuid primary key,
  kind           text not null check (kind in
    ('district', 'subdistrict', 'community', 'school', 'kindergarten', 'grade', 'class')),
  parent_id      uuid references organisations,
  lineage        uuid[] not null,
  name           text not null check (length(name) between 1 and 100),
  name_in_pinyin text not null default '',
  code           text,
  stage          text check (stage in ('kindergarten', 'primary', 'junior', 'senior')),
  entered_in     integer check (entered_in between 1990 and 2100),
  closed_on      date,
  constraint only_the_district_has_no_parent check ((parent_id is null) = (kind = 'district')),
  constraint code_names_one_organisation unique (code)
);
create index organisations_by_parent on organisations (parent_id, kind, name);

comment on table  organisations                is 'The tree: district › subdistrict › community or school or kindergarten › grade › class (2.1, 2.2.1)';
comment on column organisations.id             is 'UUIDv7';
comment on column organisations.kind           is 'What it is; decides which parents it may have';
comment on column organisations.parent_id      is 'The organisation that it belongs to';
comment on column organisations.lineage        is 'All organisations from the district down to this one, itself included: reach is one array test';
comment on column organisations.name           is 'The name that people use';
comment on column organisations.name_in_pinyin is 'Pinyin and initials, for search';
comment on column organisations.code           is 'The code that rosters give it';
comment on column organisations.stage          is 'Of a school, grade or class: the stage of schooling';
comment on column organisations.entered_in     is 'Of a grade or class: the year its students entered';
comment on column organisations.closed_on      is 'The day it ceased; its history stays';

create table people (
  id               uuid primary key,
  name             text not null check (length(name) between 1 and 60),
  name_in_pinyin   text not null default '',
  gender           smallint check (gender in (0, 1, 2, 9)),
  phone_sealed     bytea,
  phone_index      bytea,
  id_number_sealed bytea,
  id_number_index  bytea,
  language         text not null default 'zh' check (language in ('zh', 'en')),
  type_size        text not null default 'normal' check (type_size in ('normal', 'large'))
);
create index people_by_phone on people (phone_index) where phone_index is not null;
create index people_by_id_number on people (id_number_index) where id_number_index is not null;
create index people_by_pinyin on people (name_in_pinyin text_pattern_ops);
create index people_by_name on people (name text_pattern_ops);

comment on table  people                  is 'Grown-ups: carers, staff, instructors; one row a person, whatever their parts';
comment on column people.id               is 'UUIDv7';
comment on column people.name             is 'Full name, as in the roster';
comment on column people.name_in_pinyin   is 'Pinyin and initials, for search';
comment on column people.gender           is 'GB/T 2261.1: 0 unknown, 1 male, 2 female, 9 not stated';
comment on column people.phone_sealed     is 'Mobile phone, AES-256-GCM';
comment on column people.phone_index      is 'Keyed blind index of the phone; not unique, for families share phones';
comment on column people.id_number_sealed is 'Resident ID number, AES-256-GCM';
comment on column people.id_number_index  is 'Keyed blind index of the ID number';
comment on column people.language         is 'The language they chose';
comment on column people.type_size        is 'The type size they chose';

create table students (
  id                   uuid primary key,
  name                 text not null check (length(name) between 1 and 60),
  name_in_pinyin       text not null default '',
  gender               smallint check (gender in (0, 1, 2, 9)),
  born_on              date,
  student_number       text,
  id_number_sealed     bytea,
  id_number_index      bytea,
  id_number_last_four  text check (length(id_number_last_four) = 4),
  class_id             uuid references organisations,
  lineage              uuid[] not null default '{}',
  constraint student_number_names_one_student unique (student_number)
);
create index students_by_class on students (class_id, name);
create index students_by_lineage on students using gin (lineage);
create index students_by_id_number on students (id_number_index) where id_number_index is not null;

comment on table  students                     is 'Children; read only through row-level security';
comment on column students.id                  is 'UUIDv7';
comment on column students.name                is 'Full name, as in the roster';
comment on column students.name_in_pinyin      is 'Pinyin and initials, for search';
comment on column students.gender              is 'GB/T 2261.1: 0 unknown, 1 male, 2 female, 9 not stated';
comment on column students.born_on             is 'Date of birth';
comment on column students.student_number      is 'National student number (学籍号)';
comment on column students.id_number_sealed    is 'Resident ID number, AES-256-GCM';
comment on column students.id_number_index     is 'Keyed blind index of the ID number';
comment on column students.id_number_last_four is 'Last four characters, as a certificate shows them';
comment on column students.class_id            is 'Present class; null after leaving';
comment on column students.lineage             is 'Lineage of the present class, for row-level security';

create table enrolments (
  id         uuid primary key,
  student_id uuid not null references students,
  class_id   uuid not null references organisations,
  began_on   date not null,
  ended_on   date,
  constraint enrolment_ends_after_it_begins check (ended_on >= began_on)
);
create unique index one_open_enrolment_a_student on enrolments (student_id) where ended_on is null;
create index enrolments_by_class on enrolments (class_id);

comment on table  enrolments            is 'Which class a student was in, and when';
comment on column enrolments.id         is 'UUIDv7';
comment on column enrolments.student_id is 'The student';
comment on column enrolments.class_id   is 'The class';
comment on column enrolments.began_on   is 'First day';
comment on column enrolments.ended_on   is 'Last day; null while it lasts';

create table guardianships (
  id           uuid primary key,
  student_id   uuid not null references students,
  carer_id     uuid not null references people,
  relationship text not null check (relationship ~ '^[0-9]{2}$'),
  is_main      boolean not null default false,
  began_on     date not null,
  ended_on     date,
  constraint guardianship_ends_after_it_begins check (ended_on >= began_on)
);
create unique index one_open_guardianship_a_pair on guardianships (student_id, carer_id) where ended_on is null;
create index guardianships_by_carer on guardianships (carer_id) where ended_on is null;

comment on table  guardianships              is 'Who raises whom: parents, grandparents, others';
comment on column guardianships.id           is 'UUIDv7';
comment on column guardianships.student_id   is 'The child';
comment on column guardianships.carer_id     is 'The grown-up';
comment on column guardianships.relationship is 'GB/T 4761 code of what the carer is to the child: 51 father, 52 mother, 61-64 grandparents, 97 other …';
comment on column guardianships.is_main      is 'The carer who raises the child from day to day';
comment on column guardianships.began_on     is 'Since when it stands in the roster';
comment on column guardianships.ended_on     is 'Until when; null while it lasts';

create table posts (
  id              uuid primary key,
  person_id       uuid not null references people,
  organisation_id uuid not null references organisations,
  role            text not null check (role in
    ('district-officer', 'admissions-officer', 'subdistrict-worker', 'community-worker',
     'principal', 'moral-education-lead', 'class-teacher', 'teacher')),
  began_on        date not null,
  ended_on        date,
  constraint post_ends_after_it_begins check (ended_on >= began_on)
);
create unique index one_open_post_a_role on posts (person_id, organisation_id, role) where ended_on is null;
create index posts_by_organisation on posts (organisation_id, role) where ended_on is null;

comment on table  posts                 is 'Who works where, as what, and when (3.1)';
comment on column posts.id              is 'UUIDv7';
comment on column posts.person_id       is 'The person';
comment on column posts.organisation_id is 'The place of the post; its reach is everything below';
comment on column posts.role            is 'A column of the access matrix';
comment on column posts.began_on        is 'First day';
comment on column posts.ended_on        is 'Last day; null while it lasts';

create table external_keys (
  source    text not null,
  kind      text not null check (kind in ('organisation', 'person', 'student')),
  key       text not null,
  entity_id uuid not null,
  constraint one_entity_for_a_source_key primary key (source, kind, key)
);
create index external_keys_by_entity on external_keys (entity_id);

comment on table  external_keys           is 'Which of our rows a roster''s own key means, so that the same file again changes nothing';
comment on column external_keys.source    is 'The roster system: xlsx, oneroster, sds';
comment on column external_keys.kind      is 'What the key names';
comment on column external_keys.key       is 'The key as the source writes it';
comment on column external_keys.entity_id is 'Our row';

create table link_requests (
  id           uuid primary key,
  person_id    uuid not null references people,
  school_id    uuid not null references organisations,
  student_id   uuid references students,
  child_name   text not null,
  class_hint   text not null,
  relationship text not null check (relationship ~ '^[0-9]{2}$'),
  state        text not null default 'waiting' check (state in ('waiting', 'confirmed', 'declined')),
  asked_at     timestamptz not null default now(),
  decided_at   timestamptz,
  decided_by   uuid references people
);
create index link_requests_by_school on link_requests (school_id, state, asked_at);
create index link_requests_by_person on link_requests (person_id);

comment on table  link_requests              is 'A carer whose phone the roster does not know asks to be linked to a child; the class teacher confirms';
comment on column link_requests.id           is 'UUIDv7';
comment on column link_requests.person_id    is 'Who asks';
comment on column link_requests.school_id    is 'The school that they name';
comment on column link_requests.student_id   is 'The child, once a teacher has found it';
comment on column link_requests.child_name   is 'The child''s name as the carer writes it';
comment on column link_requests.class_hint   is 'The class as the carer writes it';
comment on column link_requests.relationship is 'GB/T 4761 code of what the carer is to the child';
comment on column link_requests.state        is 'waiting, confirmed or declined';
comment on column link_requests.asked_at     is 'When it was asked';
comment on column link_requests.decided_at   is 'When it was decided';
comment on column link_requests.decided_by   is 'Who decided';

-- The reach of the signed-in person, set by SET LOCAL at the start of each transaction. Wrapped in a scalar
-- subquery by its users, so that a query asks once and not for each row.
create function reached_organisations() returns uuid[] language sql stable as $$
  select string_to_array(nullif(current_setting('gongyu.reach', true), ''), ',')::uuid[]
$$;
create function signed_in_person() returns uuid language sql stable as $$
  select nullif(current_setting('gongyu.person', true), '')::uuid
$$;

alter table students enable row level security;
create policy staff_see_students_in_their_reach on students to gongyu_app using (
  case when current_setting('gongyu.reach', true) = 'all' then true
       else lineage && (select reached_organisations()) end
);
create policy carers_see_their_children on students to gongyu_app using (
  id in (select student_id from guardianships
          where carer_id = (select signed_in_person()) and ended_on is null)
);
create policy students_see_themselves on students for select to gongyu_app using (
  id = (select signed_in_person())
);

grant select, insert, update on
  organisations, people, students, enrolments, guardianships, posts, external_keys, link_requests
  to gongyu_app;
