alter table certificates add column appealed_at timestamptz;
comment on column certificates.appealed_at is 'Since when an appeal of the family about it is open; null: none is. The state stays as it was: an appeal makes nothing worse';

-- Who appeals is a carer: nothing but this may be written by the way of requests.
grant update (appealed_at) on certificates to gongyu_app;
