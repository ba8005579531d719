-- A report is written once its event is over, which then changes no more: when it was held may stand beside it.
alter table activity_reports add column held_at timestamptz;
update activity_reports set held_at = (select begins_at from activities where activities.id = activity_id);
alter table activity_reports alter column held_at set not null;
create index activity_reports_for_all on activity_reports (held_at desc, activity_id desc) where is_public;
comment on column activity_reports.held_at is 'When the event began; by this anyone turns the pages of what was held';
