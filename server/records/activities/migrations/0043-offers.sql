-- A place that comes free is offered to the first who waits, for a time, and then to the next.
alter table registrations drop constraint registrations_state_check;
alter table registrations add constraint registrations_state_check
  check (state in ('registered', 'waiting', 'offered', 'cancelled'));
alter table registrations add column offer_ends_at timestamptz;
alter table registrations add constraint an_offer_has_an_end check (state <> 'offered' or offer_ends_at is not null);
create index registrations_offered on registrations (offer_ends_at) where state = 'offered';

comment on column registrations.state         is 'registered, waiting, offered or cancelled: see states.ts; an offered place is taken';
comment on column registrations.offer_ends_at is 'Until when the place is, or was, kept for the household to accept';

alter table activity_notices drop constraint activity_notices_kind_check;
alter table activity_notices add constraint activity_notices_kind_check
  check (kind in ('changed', 'cancelled', 'moved-up', 'offered', 'offer-lapsed', 'corrected'));
