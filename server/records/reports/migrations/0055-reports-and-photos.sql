create table activity_reports (
  activity_id uuid primary key references activities,
  version     integer not null default 1 check (version >= 1),
  text        text not null check (length(text) between 1 and 2000),
  is_public   boolean not null default false,
  written_by  uuid not null,
  written_at  timestamptz not null
);
comment on table  activity_reports             is 'What was done at an event, in the host''s words (2.2.1(3), 3.3)';
comment on column activity_reports.activity_id is 'The activity';
comment on column activity_reports.version     is 'Counts changes; the ETag';
comment on column activity_reports.text        is 'What was done';
comment on column activity_reports.is_public   is 'Anyone may read it, if the activity is public';
comment on column activity_reports.written_by  is 'Who wrote it last';
comment on column activity_reports.written_at  is 'When';

create table activity_photos (
  id          uuid primary key,
  activity_id uuid not null references activities,
  state       text not null check (state in ('kept', 'album', 'public', 'removed')),
  caption     text not null default '',
  is_said     boolean not null default false,
  width       integer not null,
  height      integer not null,
  uploaded_by uuid not null,
  uploaded_at timestamptz not null,
  constraint shown_only_when_said check (is_said or state in ('kept', 'removed'))
);
create index activity_photos_of_activity on activity_photos (activity_id, id) where state <> 'removed';
comment on table  activity_photos             is 'A photo of an event; its two sizes lie in the files under its id';
comment on column activity_photos.id          is 'UUIDv7';
comment on column activity_photos.activity_id is 'The activity';
comment on column activity_photos.state       is 'kept: the host alone; album: those who took part; public: anyone; removed: see states.ts';
comment on column activity_photos.caption     is 'A line below it';
comment on column activity_photos.is_said     is 'The host has said which children are seen, none included';
comment on column activity_photos.width       is 'Of the large size, in pixels';
comment on column activity_photos.height      is 'Of the large size, in pixels';
comment on column activity_photos.uploaded_by is 'Who uploaded it';
comment on column activity_photos.uploaded_at is 'When';

create table photo_children (
  photo_id   uuid not null references activity_photos,
  student_id uuid not null,
  constraint one_child_a_photo primary key (photo_id, student_id)
);
comment on table  photo_children            is 'Which children are seen in a photo';
comment on column photo_children.photo_id   is 'The photo';
comment on column photo_children.student_id is 'The child';

create table picture_consents (
  id         uuid primary key,
  student_id uuid not null,
  carer_id   uuid not null,
  purpose    text not null check (purpose in ('album', 'public')),
  is_given   boolean not null,
  decided_at timestamptz not null
);
create index picture_consents_of_child on picture_consents (student_id, purpose, carer_id, id desc);
comment on table  picture_consents            is 'What carers decided about pictures of their child; append-only, the newest of each carer stands';
comment on column picture_consents.id         is 'UUIDv7';
comment on column picture_consents.student_id is 'The child';
comment on column picture_consents.carer_id   is 'Who decided';
comment on column picture_consents.purpose    is 'album: for those who took part; public: for anyone';
comment on column picture_consents.is_given   is 'Given, or refused and withdrawn';
comment on column picture_consents.decided_at is 'When';

-- Both tell of children: who may not see the child does not see them either.
alter table photo_children enable row level security;
create policy seen_with_the_child on photo_children to gongyu_app using (
  exists (select from students where students.id = student_id)
);
alter table picture_consents enable row level security;
create policy seen_with_the_child on picture_consents to gongyu_app using (
  exists (select from students where students.id = student_id)
);

grant select, insert, update on activity_reports, activity_photos to gongyu_app;
grant select, insert, delete on photo_children to gongyu_app;
grant select, insert on picture_consents to gongyu_app;
