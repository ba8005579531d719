alter table certificates
  add column asked   integer,
  add column counted text not null default 'sum' check (counted in ('sum', 'best', 'both')),
  add column because jsonb not null default '[]';
update certificates set asked = threshold;
alter table certificates
  alter column asked set not null,
  add constraint something_is_asked check (asked > 0);

comment on column certificates.threshold is 'Hundredths of a point that the plan asked of everyone when it was decided';
comment on column certificates.asked     is 'Hundredths that were asked of this family then: it stands while what counts of its points is not below';
comment on column certificates.counted   is 'Whose points are held against it: sum, all carers''; best, the best one''s; both, each of two carers''';
comment on column certificates.because   is 'Why it is not what the plan asks of everyone, for people to read: months here, percentages; never who was ill or on leave';
