-- A search looks for pinyin anywhere in a name, or for its start: of the two together neither index can answer. Nothing asks
-- which keys a row of ours has. Each of them cost a first import a third of a second, and every change of a name a write.
drop index people_by_pinyin;
drop index people_by_name;
drop index external_keys_by_entity;
