-- What a carer attended is always reached through what they signed up for; the index cost each check-in a random write.
drop index attendances_by_carer;
