create table simulations (
  id          uuid primary key,
  asked_by    uuid not null,
  asked_at    timestamptz not null,
  file        text not null check (file in ('points', 'certificates')),
  text        text not null check (length(text) <= 200000),
  on_day      date not null,
  state       text not null default 'running' check (state in ('running', 'done', 'failed')),
  finished_at timestamptz,
  result      jsonb,
  constraint done_has_a_result check (state <> 'done' or result is not null)
);
create index simulations_by_time on simulations (asked_at desc);

comment on table  simulations             is 'Changes of point rules and certificates tried on the real facts before they are published (2.4.1): counts only, no names';
comment on column simulations.id          is 'UUIDv7';
comment on column simulations.asked_by    is 'Who tried it';
comment on column simulations.asked_at    is 'When';
comment on column simulations.file        is 'Which file of the plan was changed';
comment on column simulations.text        is 'The changed file, which had passed the plan''s checks';
comment on column simulations.on_day      is 'The day whose wording of the changed rules was tried';
comment on column simulations.state       is 'running, done or failed; one that has run for ten minutes was lost with its program';
comment on column simulations.finished_at is 'When it was done or failed';
comment on column simulations.result      is 'Who gains and who loses, by groups of at least five families';

grant select, insert, update on simulations to gongyu_app;
