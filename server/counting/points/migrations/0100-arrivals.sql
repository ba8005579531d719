create table point_arrivals (
  student_id uuid not null,
  arrived_on date not null,
  times      integer not null,
  constraint one_row_a_child_and_day primary key (student_id, arrived_on)
);

comment on table  point_arrivals            is 'On which days a child joined a class of the district, as the facts student.enrolled say: since the first of them it is here, which what is asked of its family may go by (2.4.1)';
comment on column point_arrivals.student_id is 'The child';
comment on column point_arrivals.arrived_on is 'The day, in Shanghai';
comment on column point_arrivals.times      is 'Stated minus taken back: the day counts while it is above 0';

-- What was followed before this table was there; later facts are followed as they come.
insert into point_arrivals (student_id, arrived_on, times)
select subject_id, (at at time zone 'Asia/Shanghai')::date, sum(quantity)
  from facts
 where kind = 'student.enrolled'
   and place <= (select coalesce(max(place), 0) from log_places where follower = 'points')
 group by subject_id, (at at time zone 'Asia/Shanghai')::date;

grant select on point_arrivals to gongyu_app;
grant select, insert, update on point_arrivals to gongyu_counter;
