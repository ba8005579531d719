alter table link_requests
  add column reason  text check (length(reason) between 1 and 200),
  add column seen_at timestamptz;
create index link_requests_to_be_seen on link_requests (person_id)
  where decided_at is not null and seen_at is null;

comment on column link_requests.reason  is 'Why it was declined, as the carer reads it';
comment on column link_requests.seen_at is 'When the carer first saw the decision; null until then';
