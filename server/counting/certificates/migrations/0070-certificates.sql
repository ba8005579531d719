create table certificates (
  id            uuid primary key,
  kind          text not null,
  number        text not null,
  student_id    uuid not null,
  state         text not null check (state in ('due', 'valid', 'suspended', 'revoked')),
  threshold     integer not null check (threshold > 0),
  status_index  integer not null,
  issued_at     timestamptz,
  valid_until   timestamptz,
  credential    jsonb,
  constraint one_certificate_a_child_and_kind unique (student_id, kind),
  constraint number_names_one_certificate unique (number),
  constraint status_index_names_one_certificate unique (status_index),
  constraint signed_unless_due check (state <> 'valid' or credential is not null),
  constraint a_due_certificate_is_not_signed_yet check (state <> 'due' or credential is null)
);
create index certificates_due on certificates (id) where state = 'due';

comment on table  certificates              is 'Growth-hours certificates (2.4.1): one for a child''s family, decided by the points, signed by the issuer';
comment on column certificates.id           is 'UUIDv7; also in the credential''s urn:uuid';
comment on column certificates.kind         is 'A kind of the plan, such as growth-hours';
comment on column certificates.number       is 'What people read out';
comment on column certificates.student_id   is 'The child';
comment on column certificates.state        is 'due: decided, not signed yet; valid; suspended: the points fell below; revoked';
comment on column certificates.threshold    is 'Hundredths of a point that were asked when it was decided';
comment on column certificates.status_index is 'Its bit in the status lists';
comment on column certificates.issued_at    is 'When it was signed';
comment on column certificates.valid_until  is 'Until when it may be used';
comment on column certificates.credential   is 'The signed Open Badge; the paper, the page and the verifier all read this one';

create table certificate_events (
  id             uuid primary key,
  certificate_id uuid not null references certificates,
  event          text not null check (event in ('decided', 'issued', 'suspended', 'reinstated', 'revoked')),
  at             timestamptz not null,
  total          bigint,
  fact_id        uuid,
  reason         text
);
create index certificate_events_by_certificate on certificate_events (certificate_id, at);

comment on table  certificate_events                is 'What happened to a certificate and why; append-only';
comment on column certificate_events.id             is 'UUIDv7';
comment on column certificate_events.certificate_id is 'The certificate';
comment on column certificate_events.event          is 'decided, issued, suspended, reinstated or revoked';
comment on column certificate_events.at             is 'When';
comment on column certificate_events.total          is 'The family''s hundredths of a point at that moment';
comment on column certificate_events.fact_id        is 'The last fact that moved the total';
comment on column certificate_events.reason         is 'In words, where a person decided';

create sequence certificate_status_indexes minvalue 0 start 0 as integer;
create sequence certificate_numbers as bigint;

grant select on certificates, certificate_events to gongyu_app;
grant select, insert, update on certificates to gongyu_counter;
grant select, insert on certificate_events to gongyu_counter;
grant usage on sequence certificate_status_indexes, certificate_numbers to gongyu_counter;
