-- What is held several times: each time is an activity of its own, which knows the others by this.
alter table activities add column series_id uuid;
create index activities_of_series on activities (series_id) where series_id is not null;

comment on column activities.series_id is 'The first of those that were copied from one another; null: held once';
