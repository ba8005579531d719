alter table contests add column entered_by  uuid;
alter table contests add column entered_how text check (entered_how in ('in-person', 'paper'));
alter table contests add constraint entered_in_some_way check (num_nonnulls(entered_by, entered_how) in (0, 2));
comment on column contests.entered_by  is 'Who of the staff entered it in the carer''s name; null: the carer did it themselves';
comment on column contests.entered_how is 'in-person: the carer came and said it; paper: in writing; null: the carer did it themselves';

-- Who entered it attaches the paper, whether they decide for that host or not.
alter policy its_two_sides on contests using (
  carer_id = (select signed_in_person())
  or entered_by = (select signed_in_person())
  or case when current_setting('gongyu.reach', true) = 'all' then true
          else host_lineage && (select reached_organisations()) end
);
