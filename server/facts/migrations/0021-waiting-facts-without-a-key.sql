-- A row waits here for some milliseconds. Its key was kept for nothing but the sequencer's order, and each step walked
-- past the dead entries of all the facts placed since the last sweep.
alter table stated_facts drop constraint stated_facts_pkey;
