alter table activities add column deputy_id uuid;
comment on column activities.deputy_id is 'Who leads the team of a shift while its lead is away; has a place in it, like the lead';
