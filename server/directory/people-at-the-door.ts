import { sql } from 'kysely';
import { newId, type PeopleAtTheDoor, type SignInPerson } from '../platform/index.ts';
import { sealedPhone } from './phones.ts';
import { pinyinOfPerson } from './pinyin.ts';

/** Far more than a family; a phone that a class once shared does not open a list of children's parents. */
const MOST_ON_ONE_PHONE = 8;

/** What the sign-in asks of the directory. Students have no phone of their own here. */
export const peopleAtTheDoor: PeopleAtTheDoor = {
  async findByPhone(transaction, { sealing }, phone) {
    const { rows } = await sql<SignInPerson>`
      select id, name, 'adult' as kind from people
       where phone_index = ${sealing.blindIndex('phone', phone)}
       order by id limit ${MOST_ON_ONE_PHONE}`.execute(transaction);
    return rows;
  },
  async find(transaction, id) {
    const { rows } = await sql<SignInPerson>`
      select id, name, 'adult' as kind from people where id = ${id}
      union all
      select id, name, 'student' as kind from students where id = ${id}`.execute(transaction);
    return rows[0];
  },
  async phoneOf(transaction, { sealing }, id) {
    const { rows } = await sql<{ phone_sealed: Buffer | null }>`
      select phone_sealed from people where id = ${id}`.execute(transaction);
    const sealed = rows[0]?.phone_sealed;
    return sealed ? sealing.open('phone', sealed) : undefined;
  },
  async add(transaction, { sealing }, { name, phone }) {
    const id = newId();
    const unknown = { gender: null, id_number_sealed: null, id_number_index: null };
    await transaction
      .insertInto('people')
      .values({
        id,
        name,
        name_in_pinyin: pinyinOfPerson(name),
        ...unknown,
        ...sealedPhone(sealing, phone),
      })
      .execute();
    return { id, name, kind: 'adult' };
  },
};
