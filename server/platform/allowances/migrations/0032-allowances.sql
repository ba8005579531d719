alter table sign_in_tries rename to allowances_used;
alter index sign_in_tries_by_age rename to allowances_used_by_age;

comment on table  allowances_used         is 'How much of each allowance in the limits.ts somebody has used up';
comment on column allowances_used.subject is 'Keyed hash of the phone, account name or network that is limited';
comment on column allowances_used.taken   is 'How often since then; how far beyond the allowance does not matter';
