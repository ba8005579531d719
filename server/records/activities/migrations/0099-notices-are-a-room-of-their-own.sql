-- What this room told until now goes to the notices, with the sentences as they were said; nobody is rung up for it.
create function pg_temp.day_and_time(instant text, language text) returns text language sql as $$
  select case language when 'zh' then
           to_char(local, 'FMMM"月"FMDD"日" ') || (array['周一','周二','周三','周四','周五','周六','周日'])[extract(isodow from local)::integer]
           || to_char(local, ' HH24:MI')
         else to_char(local, 'Dy FMDD FMMonth HH24:MI') end
    from (select instant::timestamptz at time zone 'Asia/Shanghai' as local) as here
$$;

insert into notices
  (id, person_id, room, kind, subject_id, deed, link, heading, words, urgency, asks, made_at, read_at, done_at)
select old.id, person_id, 'activities', kind, activity_id, 'before:' || old.id, '/activities/' || activity_id,
       case kind
         when 'changed' then jsonb_build_object('zh', '活动有变动', 'en', 'An event has changed')
         when 'cancelled' then jsonb_build_object('zh', '活动取消了', 'en', 'An event was called off')
         when 'moved-up' then jsonb_build_object('zh', '您有名额了', 'en', 'A place is yours')
         when 'offered' then jsonb_build_object('zh', '有一个名额等您确认', 'en', 'A place waits for your answer')
         when 'offer-lapsed' then jsonb_build_object('zh', '名额已让给下一家', 'en', 'The place went to the next family')
         else jsonb_build_object('zh', '签到记录已更正', 'en', 'An attendance was corrected') end,
       case kind
         when 'changed' then jsonb_build_object(
           'zh', format('《%s》有变动：%s，%s，请留意。', title, begins_zh, place),
           'en', format('“%s” has changed: %s, %s.', title, begins_en, place))
         when 'cancelled' then jsonb_build_object(
           'zh', format('很抱歉，《%s》取消了。%s', title, reason),
           'en', format('We are sorry: “%s” was called off. %s', title, reason))
         when 'moved-up' then jsonb_build_object(
           'zh', format('有名额了！您已从候补转为报名成功：《%s》，%s，%s。', title, begins_zh, place),
           'en', format('A place is yours: you moved up from the waiting list of “%s”, %s, %s.', title, begins_en, place))
         when 'offered' then jsonb_build_object(
           'zh', format('有名额了！《%s》为您留了一个名额，请在%s前确认，过时让给下一家。', title, ends_zh),
           'en', format('A place has come free: one is kept for you at “%s”. Please accept it by %s; after that it goes to the next family.', title, ends_en))
         when 'offer-lapsed' then jsonb_build_object(
           'zh', format('《%s》为您留的名额没有等到确认，已让给下一家。还想参加，可以再报名候补。', title),
           'en', format('The place kept for you at “%s” was not accepted in time and went to the next family. You may join the waiting list again.', title))
         else jsonb_build_object(
           'zh', format('《%s》的签到记录已更正为 %s 分钟。原因：%s', title, minutes, reason),
           'en', format('Your attendance at “%s” was corrected to %s minutes. Why: %s', title, minutes, reason)) end,
       'daily', kind = 'offered', made_at,
       read_at,
       -- An offer was marked as read only by its answer.
       case when kind = 'offered' then read_at end
  from activity_notices as old
  cross join lateral (
    select params ->> 'title' as title, params ->> 'place' as place, params ->> 'reason' as reason,
           params ->> 'minutes' as minutes,
           pg_temp.day_and_time(params ->> 'begins_at', 'zh') as begins_zh,
           pg_temp.day_and_time(params ->> 'begins_at', 'en') as begins_en,
           pg_temp.day_and_time(params ->> 'ends_at', 'zh') as ends_zh,
           pg_temp.day_and_time(params ->> 'ends_at', 'en') as ends_en) as said;

drop table activity_notices;
