create table certificate_sweeps (
  kind           text not null,
  effective_from date not null,
  threshold      integer not null check (threshold > 0),
  after_student  uuid,
  finished_at    timestamptz,
  constraint one_sweep_a_change_of_rule primary key (kind, effective_from, threshold)
);

comment on table  certificate_sweeps                is 'How far the families have been looked at anew since a certificate''s rule changed (2.4.1)';
comment on column certificate_sweeps.kind           is 'A kind of the plan, such as growth-hours';
comment on column certificate_sweeps.effective_from is 'The first day of the rule''s version';
comment on column certificate_sweeps.threshold      is 'Its threshold: a version that is edited in place is a change too';
comment on column certificate_sweeps.after_student  is 'The last child looked at, in the order of ids; null before the first';
comment on column certificate_sweeps.finished_at    is 'When the last family had been looked at; null while some are left';

grant select on certificate_sweeps to gongyu_app;
grant select, insert, update on certificate_sweeps to gongyu_counter;
