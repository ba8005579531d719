create table contests (
  id                uuid primary key,
  version           integer not null default 1 check (version >= 1),
  carer_id          uuid not null,
  claim             text not null check (claim in ('wrong', 'missing', 'certificate')),
  fact_id           uuid,
  activity_id       uuid,
  certificate_id    uuid,
  certificate_state text,
  host_id           uuid not null,
  host_lineage      uuid[] not null,
  title             jsonb not null,
  happened_on       date,
  words             text not null check (length(words) between 1 and 1000),
  state             text not null check (state in ('open', 'answered', 'escalated', 'closed', 'withdrawn')),
  made_at           timestamptz not null,
  due_at            timestamptz,
  escalated_at      timestamptz,
  escalated_because text check (escalated_because in ('overdue', 'not-accepted', 'appeal')),
  constraint someone_owes_an_answer check ((state in ('open', 'answered', 'escalated')) = (due_at is not null)),
  constraint escalated_for_a_reason check ((escalated_at is null) = (escalated_because is null)),
  constraint about_one_thing check (
    case claim when 'wrong' then fact_id is not null and certificate_id is null
               when 'missing' then fact_id is null and certificate_id is null
               else certificate_id is not null and certificate_state is not null and fact_id is null end)
);
create unique index one_contest_a_thing
  on contests (carer_id, claim, coalesce(fact_id, certificate_id, activity_id))
  where state <> 'withdrawn' and coalesce(fact_id, certificate_id, activity_id) is not null;
create index contests_of_carer on contests (carer_id, made_at desc, id desc);
create index contests_by_due on contests (due_at, id) where due_at is not null;
create index contests_of_host on contests using gin (host_lineage);
comment on table  contests                   is 'A family says that an entry is wrong, that one is missing, or appeals about a certificate (2.4.1)';
comment on column contests.id                is 'UUIDv7';
comment on column contests.version           is 'Counts changes; the ETag';
comment on column contests.carer_id          is 'Whose points; who says so';
comment on column contests.claim             is 'wrong: an entry is; missing: something done has none; certificate: an appeal about one';
comment on column contests.fact_id           is 'The fact of the entry that is said to be wrong';
comment on column contests.activity_id       is 'The event, where it is known';
comment on column contests.certificate_id    is 'The certificate of an appeal';
comment on column contests.certificate_state is 'How the certificate stood when the appeal was made';
comment on column contests.host_id           is 'The organisation that answers first';
comment on column contests.host_lineage      is 'That organisation with all above it';
comment on column contests.title             is 'What it is about, as the family reads it';
comment on column contests.happened_on       is 'The day of what is missing, where no event is named';
comment on column contests.words             is 'In the family''s own words';
comment on column contests.state             is 'open: with the host; answered: by the host; escalated: with the district; closed; withdrawn: see states.ts';
comment on column contests.made_at           is 'When';
comment on column contests.due_at            is 'Until when the host answers, the family may not accept, or the district decides; null once it is over';
comment on column contests.escalated_at      is 'When it went to the district; null: it did not';
comment on column contests.escalated_because is 'overdue: the host let its time pass; not-accepted: by the family; appeal: about a certificate, it began there';

create table contest_decisions (
  contest_id     uuid not null references contests,
  level          text not null check (level in ('host', 'district')),
  outcome        text not null check (outcome in ('upheld', 'declined')),
  reason         text not null check (length(reason) between 1 and 1000),
  minutes_before integer,
  minutes_after  integer,
  result         text,
  decided_by     uuid not null,
  decided_at     timestamptz not null,
  constraint one_decision_a_level primary key (contest_id, level)
);
comment on table  contest_decisions                is 'What the host, and then the district, decided; append-only';
comment on column contest_decisions.contest_id     is 'The contest';
comment on column contest_decisions.level          is 'Who decided: the host or the district';
comment on column contest_decisions.outcome        is 'upheld: the family is right; declined: the record stands';
comment on column contest_decisions.reason         is 'Why, as the family reads it';
comment on column contest_decisions.minutes_before is 'Minutes of presence that stood; null: none did, or nothing of the kind was corrected';
comment on column contest_decisions.minutes_after  is 'Minutes of presence that stand by this decision; null: nothing of the kind was corrected';
comment on column contest_decisions.result         is 'The source of the fact that it stated or took back, or the certificate''s state by now';
comment on column contest_decisions.decided_by     is 'Who decided';
comment on column contest_decisions.decided_at     is 'When';

create table contest_evidence (
  id         uuid primary key,
  contest_id uuid not null references contests,
  kind       text not null check (kind in ('picture', 'pdf')),
  bytes      integer not null check (bytes > 0),
  added_at   timestamptz not null
);
create index contest_evidence_of on contest_evidence (contest_id, id);
comment on table  contest_evidence            is 'What the family shows for it; the file lies in the files under its id';
comment on column contest_evidence.id         is 'UUIDv7';
comment on column contest_evidence.contest_id is 'The contest';
comment on column contest_evidence.kind       is 'picture: drawn anew as JPEG; pdf';
comment on column contest_evidence.bytes      is 'How large it is';
comment on column contest_evidence.added_at   is 'When';

create table contest_looks (
  id         uuid primary key,
  contest_id uuid not null references contests,
  reader_id  uuid not null,
  what       text not null check (what in ('file', 'evidence')),
  at         timestamptz not null
);
create index contest_looks_of on contest_looks (contest_id, at);
comment on table  contest_looks            is 'Who of the staff opened it, for the family to see; append-only';
comment on column contest_looks.id         is 'UUIDv7';
comment on column contest_looks.contest_id is 'The contest';
comment on column contest_looks.reader_id  is 'Who looked';
comment on column contest_looks.what       is 'file: what it says; evidence: a picture or paper';
comment on column contest_looks.at         is 'When';

-- Seen by who made it and by those who decide, at the host and above it; no colleague beside them.
alter table contests enable row level security;
create policy its_two_sides on contests to gongyu_app using (
  carer_id = (select signed_in_person())
  or case when current_setting('gongyu.reach', true) = 'all' then true
          else host_lineage && (select reached_organisations()) end
);
alter table contest_decisions enable row level security;
create policy seen_with_the_contest on contest_decisions to gongyu_app using (
  exists (select from contests where contests.id = contest_id)
);
alter table contest_evidence enable row level security;
create policy seen_with_the_contest on contest_evidence to gongyu_app using (
  exists (select from contests where contests.id = contest_id)
);
alter table contest_looks enable row level security;
create policy seen_with_the_contest on contest_looks to gongyu_app using (
  exists (select from contests where contests.id = contest_id)
);
grant select, insert, update on contests to gongyu_app;
grant select, insert on contest_decisions, contest_evidence, contest_looks to gongyu_app;
