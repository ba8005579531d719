-- The key first: it tells rows apart in its first letters, where source and kind are the same for a hundred thousand.
-- Sorting a district's keys for the index takes a third as long.
alter table external_keys drop constraint one_entity_for_a_source_key;
alter table external_keys add constraint one_entity_for_a_source_key primary key (key, source, kind);

-- An import of one school asks for the places of its source, not for the people.
create index external_keys_of_places on external_keys (source) where kind = 'organisation';
