-- A rule that is turned off stays as a row without a place, so that its versions go on counting.
alter table door_rules add column version integer not null default 1 check (version >= 1);
alter table door_rules alter column latitude drop not null;
alter table door_rules alter column longitude drop not null;
alter table door_rules alter column most_metres drop not null;
alter table door_rules add constraint a_place_is_whole
  check (num_nulls(latitude, longitude, most_metres) in (0, 3));
comment on table  door_rules             is 'Where a phone must be to check itself in; no row or no place: anywhere';
comment on column door_rules.version     is 'Counts changes; the ETag';
comment on column door_rules.latitude    is 'Of the hall, in degrees, as the host''s browser gave it; null: turned off';
comment on column door_rules.longitude   is 'As latitude';
comment on column door_rules.most_metres is 'How far away a phone may be, its own uncertainty taken off; null: turned off';
comment on column door_rules.changed_by  is 'Who changed it last';
