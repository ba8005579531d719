create table rating_salts (
  activity_id uuid primary key references activities,
  salt        bytea not null,
  closes_at   timestamptz not null
);
create index rating_salts_by_end on rating_salts (closes_at);
comment on table  rating_salts             is 'By which an answer is found again by its author while it may be changed; thrown away after that';
comment on column rating_salts.activity_id is 'The activity';
comment on column rating_salts.salt        is 'Random; without it nobody can tell whose an answer is, not even who has the keys';
comment on column rating_salts.closes_at   is 'Until when answers may be given and changed';

create table activity_ratings (
  activity_id uuid not null references activities,
  author      bytea not null,
  stars       smallint not null check (stars between 1 and 5),
  helped      text not null default '',
  improve     text not null default '',
  is_shown    boolean not null default false,
  constraint one_answer_an_author primary key (activity_id, author)
);
comment on table  activity_ratings             is 'What those who came say of an event, for its host, without a name and without a time';
comment on column activity_ratings.activity_id is 'The activity';
comment on column activity_ratings.author      is 'HMAC of the carer under the district''s key and the activity''s salt: tells answers apart, names nobody';
comment on column activity_ratings.stars       is '1 to 5';
comment on column activity_ratings.helped      is 'What helped';
comment on column activity_ratings.improve     is 'What could be better';
comment on column activity_ratings.is_shown    is 'Told to the host, together with at least four others';

grant select, insert, delete on rating_salts to gongyu_app;
grant select, insert, update on activity_ratings to gongyu_app;
