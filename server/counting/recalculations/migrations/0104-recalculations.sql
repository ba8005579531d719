create table recalculations (
  id           uuid primary key,
  rules        text[] not null check (cardinality(rules) > 0),
  from_on      date not null,
  until_on     date not null,
  wording_of   date not null,
  reason       text not null check (length(reason) between 1 and 300),
  state        text not null default 'counting'
    check (state in ('counting', 'ordered', 'confirmed', 'done', 'withdrawn')),
  ordered_by   uuid not null,
  ordered_at   timestamptz not null,
  decided_by   uuid,
  decided_at   timestamptz,
  done_at      timestamptz,
  slices_done  integer not null default 0,
  version      integer not null default 1,
  constraint period_ends_after_it_begins check (until_on >= from_on),
  constraint a_second_person_confirms
    check (state not in ('confirmed', 'done') or (decided_by is not null and decided_by <> ordered_by))
);
create unique index one_recalculation_at_a_time on recalculations ((true))
  where state in ('counting', 'ordered', 'confirmed');

comment on table  recalculations             is 'Deeds of a past period counted anew by another wording of point rules (2.4.1): only as the district orders, and never by one person';
comment on column recalculations.id          is 'UUIDv7; facts stated by it name it';
comment on column recalculations.rules       is 'Which rules of the plan';
comment on column recalculations.from_on     is 'First day of the deeds';
comment on column recalculations.until_on    is 'Last day of the deeds';
comment on column recalculations.wording_of  is 'The day whose wording of the rules counts for them';
comment on column recalculations.reason      is 'Why; families read it';
comment on column recalculations.state       is 'counting: the list is being made; ordered: to be confirmed; confirmed: being carried out; done; withdrawn';
comment on column recalculations.ordered_by  is 'The officer who ordered it';
comment on column recalculations.ordered_at  is 'When; the list is as of then';
comment on column recalculations.decided_by  is 'Who confirmed or withdrew it; confirmed never by who ordered it';
comment on column recalculations.decided_at  is 'When';
comment on column recalculations.done_at     is 'When the last fact had been stated';
comment on column recalculations.slices_done is 'How far the list, or then the carrying out, has come: sixteenths of the carers';
comment on column recalculations.version     is 'Counts its changes; what a person decides on is the version that they saw';

create table recalculation_lines (
  recalculation_id uuid not null references recalculations,
  carer_id         uuid not null,
  deeds            integer not null check (deeds > 0),
  before           bigint not null,
  after            bigint not null,
  constraint one_line_a_carer primary key (recalculation_id, carer_id)
);

comment on table  recalculation_lines                  is 'Whose points a recalculation changes: everybody, before and after';
comment on column recalculation_lines.recalculation_id is 'Of which recalculation';
comment on column recalculation_lines.carer_id         is 'The carer';
comment on column recalculation_lines.deeds            is 'How many of the carer''s deeds are counted anew';
comment on column recalculation_lines.before           is 'Hundredths of a point when it was ordered';
comment on column recalculation_lines.after            is 'Hundredths that it comes to';

grant select, insert, update on recalculations to gongyu_app;
grant select, insert on recalculation_lines to gongyu_app;
