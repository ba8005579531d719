-- Every opening of the home asks what a carer has signed up for these days: answered from the index alone.
drop index registration_carers_by_carer;
create index registration_carers_by_carer on registration_carers (carer_id)
  include (activity_id, registration_id) where left_at is null;
