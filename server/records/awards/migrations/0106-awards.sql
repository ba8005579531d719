create table award_batches (
  id              uuid primary key,
  organisation_id uuid not null,
  lineage         uuid[] not null,
  reason          text not null check (length(reason) between 1 and 500),
  made_by         uuid not null,
  made_at         timestamptz not null
);
create index award_batches_of_place on award_batches using gin (lineage);
comment on table  award_batches                 is 'A sheet of deeds that no event records, entered at once (2.4.1, other ways)';
comment on column award_batches.id              is 'UUIDv7';
comment on column award_batches.organisation_id is 'For whom the deeds were done';
comment on column award_batches.lineage         is 'That organisation with all above it';
comment on column award_batches.reason          is 'What the sheet is';
comment on column award_batches.made_by         is 'Who brought it';
comment on column award_batches.made_at         is 'When';

create table awards (
  id              uuid primary key,
  version         integer not null default 1 check (version >= 1),
  batch_id        uuid references award_batches,
  carer_id        uuid not null,
  organisation_id uuid not null,
  lineage         uuid[] not null,
  kind            text not null,
  quantity        integer not null check (quantity > 0),
  done_on         date not null,
  reason          text not null check (length(reason) between 1 and 500),
  state           text not null check (state in ('waiting', 'confirmed', 'declined', 'withdrawn', 'reversed')),
  made_by         uuid not null,
  made_at         timestamptz not null,
  decided_by      uuid,
  decided_at      timestamptz,
  decline_reason  text,
  is_sampled      boolean not null default false,
  review          text check (review in ('fine', 'reversed')),
  review_note     text,
  reviewed_by     uuid,
  reviewed_at     timestamptz,
  constraint two_people check (decided_by is null or decided_by <> made_by),
  constraint a_third_reviews check (
    reviewed_by is null or (reviewed_by <> made_by and reviewed_by <> decided_by)),
  constraint decided_once check ((state in ('waiting', 'withdrawn')) = (decided_by is null)),
  constraint reversed_with_a_reason check (state <> 'reversed' or review_note is not null)
);
create index awards_of_place on awards using gin (lineage);
create index awards_of_carer on awards (carer_id, done_on);
create index awards_to_review on awards (made_at, id) where is_sampled and review is null;
create unique index one_deed_once on awards (carer_id, kind, done_on, organisation_id)
  where state in ('waiting', 'confirmed');
comment on table  awards                 is 'Something that a carer did and no event records, entered by staff and confirmed by a second person (2.4.1)';
comment on column awards.id              is 'UUIDv7; the source of its fact is award:<id>';
comment on column awards.version         is 'Counts changes; the ETag';
comment on column awards.batch_id        is 'The sheet that it came with; null: entered alone';
comment on column awards.carer_id        is 'Who did it';
comment on column awards.organisation_id is 'For whom';
comment on column awards.lineage         is 'That organisation with all above it';
comment on column awards.kind            is 'A kind of fact of the plan that may be entered by hand';
comment on column awards.quantity        is 'In the kind''s unit: minutes, or times';
comment on column awards.done_on         is 'The day of the deed';
comment on column awards.reason          is 'What was done, as the carer reads it';
comment on column awards.state           is 'waiting for the second person, confirmed, declined, withdrawn, reversed: see states.ts';
comment on column awards.made_by         is 'Who entered it';
comment on column awards.made_at         is 'When';
comment on column awards.decided_by      is 'The second person';
comment on column awards.decided_at      is 'When they decided';
comment on column awards.decline_reason  is 'Why it was declined';
comment on column awards.is_sampled      is 'Drawn for the district''s review';
comment on column awards.review          is 'What the review came to; null: not looked at';
comment on column awards.review_note     is 'What the reviewer wrote; the carer reads it where the deed was reversed';
comment on column awards.reviewed_by     is 'Who reviewed it';
comment on column awards.reviewed_at     is 'When';

create table award_evidence (
  id       uuid primary key,
  award_id uuid references awards,
  batch_id uuid references award_batches,
  kind     text not null check (kind in ('picture', 'pdf')),
  bytes    integer not null check (bytes > 0),
  added_by uuid not null,
  added_at timestamptz not null,
  constraint of_one_thing check ((award_id is null) <> (batch_id is null))
);
create index award_evidence_of_award on award_evidence (award_id) where award_id is not null;
create index award_evidence_of_batch on award_evidence (batch_id) where batch_id is not null;
comment on table  award_evidence          is 'What shows that it was done; the file lies in the files under its id';
comment on column award_evidence.id       is 'UUIDv7';
comment on column award_evidence.award_id is 'Of one award …';
comment on column award_evidence.batch_id is '… or of a sheet';
comment on column award_evidence.kind     is 'picture: drawn anew as JPEG; pdf';
comment on column award_evidence.bytes    is 'How large it is';
comment on column award_evidence.added_by is 'Who attached it';
comment on column award_evidence.added_at is 'When';

-- Seen by whose deed it is, and by those who enter or decide at the organisation and above it.
alter table award_batches enable row level security;
create policy who_enters_and_decides on award_batches to gongyu_app using (
  case when current_setting('gongyu.reach', true) = 'all' then true
       else lineage && (select reached_organisations()) end
);
alter table awards enable row level security;
create policy whose_it_is_and_who_decides on awards to gongyu_app using (
  carer_id = (select signed_in_person())
  or case when current_setting('gongyu.reach', true) = 'all' then true
          else lineage && (select reached_organisations()) end
);
alter table award_evidence enable row level security;
create policy seen_with_the_award on award_evidence to gongyu_app using (
  exists (select from awards where awards.id = award_id)
  or exists (select from award_batches where award_batches.id = batch_id)
);
grant select, insert, update on awards to gongyu_app;
grant select, insert on award_batches to gongyu_app;
grant select, insert, delete on award_evidence to gongyu_app;
