alter table certificates
  drop constraint certificates_state_check,
  drop constraint one_certificate_a_child_and_kind,
  add column version integer not null default 1,
  add column replaced_by uuid references certificates deferrable initially deferred,
  add constraint known_state
    check (state in ('due', 'valid', 'suspended', 'contested', 'ended', 'revoked', 'replaced')),
  add constraint replaced_by_another check (state <> 'replaced' or replaced_by is not null);

-- Of a child's certificates of one kind one is the present one; those before it point to what came after.
create unique index one_present_certificate_a_child_and_kind
  on certificates (student_id, kind) where replaced_by is null;
create index certificates_by_successor on certificates (replaced_by) where replaced_by is not null;
create index certificates_by_end on certificates (valid_until) where state = 'valid';

comment on column certificates.state       is 'due: decided, not signed yet; valid; suspended: the points fell below; contested: suspended by the district office while it looks into it; ended: its time is over and the family stands below what is asked now; revoked; replaced';
comment on column certificates.version     is 'Counts its changes of state; what a person decides on is the version that they saw';
comment on column certificates.replaced_by is 'The certificate that stands in its place; null for the present one';
comment on column certificates.valid_until is 'Until when it may be used; set before it is signed where it keeps the end of the one that it replaces';

alter table certificate_events
  drop constraint certificate_events_event_check,
  add column decided_by uuid,
  add constraint known_event check (event in (
    'decided', 'issued', 'suspended', 'reinstated', 'contested', 'ended', 'revoked',
    'renewed', 'renamed', 'reissued', 'replaced'));

comment on column certificate_events.event      is 'decided, renewed, renamed, reissued: how it came about; issued: signed; suspended, reinstated, contested, ended, revoked, replaced: what became of it';
comment on column certificate_events.decided_by is 'The person who decided; null: the points or the calendar';

-- Decisions of people are taken in the counter's turn, where the first answer to a retried one is kept as well.
grant select, insert on idempotency_keys to gongyu_counter;
