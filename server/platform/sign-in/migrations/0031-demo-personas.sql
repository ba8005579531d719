create table demo_personas (
  persona   text primary key,
  person_id uuid not null,
  kind      text not null check (kind in ('adult', 'student'))
);

comment on table  demo_personas           is 'Made-up people of the demo who sign in by one press; production refuses to start while there are any';
comment on column demo_personas.persona   is 'Such as carer or principal';
comment on column demo_personas.person_id is 'A grown-up or a student, as kind says';
comment on column demo_personas.kind      is 'adult or student';

grant select, insert, update, delete on demo_personas to gongyu_app;
