create table key_generations (
  generation      integer primary key,
  public_multikey text not null,
  began_at        timestamptz,
  ended_at        timestamptz,
  ledger_size     bigint,
  handover        text,
  constraint an_ended_key_hands_over check (num_nonnulls(ended_at, ledger_size, handover) in (0, 3))
);
create unique index one_key_in_force on key_generations ((true)) where ended_at is null;

comment on table  key_generations                 is 'Which of the district''s keys signed when. Empty while the first is in force; the keys themselves derive from the district''s secret';
comment on column key_generations.generation      is '1, 2, 3 …: which key derives from the secret';
comment on column key_generations.public_multikey is 'Its public half (z6Mk…)';
comment on column key_generations.began_at        is 'From when it signs; null: from the beginning';
comment on column key_generations.ended_at        is 'When the next took its place; null while it is in force';
comment on column key_generations.ledger_size     is 'The largest checkpoint of the ledger that it signed';
comment on column key_generations.handover        is 'Base64 of its signature on who comes next and from where (docs/ledger-format.md)';

grant select on key_generations to gongyu_app, gongyu_counter;
