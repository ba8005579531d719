import { sql } from 'kysely';
import { stateFacts } from '../facts/index.ts';
import { dateInShanghai } from '../plan/index.ts';
import {
  type District,
  newId,
  PublicError,
  removeTotp,
  type WriteTransaction,
} from '../platform/index.ts';
import { type PostRole, theProgram } from './access/index.ts';
import { openedFact } from './organisation-facts.ts';
import { peopleAtTheDoor } from './people-at-the-door.ts';
import { PHONE } from './phones.ts';
import { pinyinOf } from './pinyin.ts';
import { directoryChanged } from './version.ts';

export interface NewStaff {
  readonly name: string;
  /** 11 digits; by a code sent to it the person sets their password. */
  readonly phone: string;
  readonly role: PostRole;
  /** The place of the post, by id; the district itself if not given. */
  readonly organisation?: string | undefined;
}

/**
 * For the operator's shell: gives a person a post, so that a new district has its first officer, who then
 * imports everybody else. Makes the district's own organisation where there is none. Doing it twice changes
 * nothing. Gives the person's id.
 */
export async function createStaffAccount(
  district: District,
  { name, phone, role, organisation }: NewStaff,
): Promise<string> {
  if (!PHONE.test(phone)) {
    throw new PublicError(`"${phone}" is no mainland mobile number: give 11 digits.`);
  }
  return district.database.write(theProgram, async (transaction) => {
    const place = organisation
      ? await knownPlace(transaction, organisation)
      : await topOf(transaction, district);
    const holders = await peopleAtTheDoor.findByPhone(transaction, district, phone);
    const person =
      holders.find((one) => one.name === name) ??
      (await peopleAtTheDoor.add(transaction, district, { name, phone }));
    await takeUp(transaction, { person: person.id, role, place, at: district.clock() });
    return person.id;
  });
}

async function takeUp(
  transaction: WriteTransaction,
  { person, role, place, at }: { person: string; role: PostRole; place: string; at: Date },
): Promise<void> {
  const id = newId();
  const { rows } = await sql`
    insert into posts (id, person_id, organisation_id, role, began_on)
    values (${id}, ${person}, ${place}, ${role}, ${dateInShanghai(at)})
    on conflict (person_id, organisation_id, role) where ended_on is null do nothing
    returning id`.execute(transaction);
  if (rows.length === 0) return;
  const deed = { kind: 'post.began', at, source: `post:${id}`, attributes: { role } };
  await stateFacts(transaction, [{ ...deed, organisation: place, subject: person, quantity: 1 }]);
  await directoryChanged(transaction);
}

/**
 * For the operator's shell, when somebody lost their authenticator and has shown who they are: takes it away, so
 * that the next sign-in by phone can set up another. Gives how many people of that name and phone it was.
 */
export async function resetAuthenticator(
  district: District,
  { name, phone }: { name: string; phone: string },
): Promise<number> {
  return district.database.write(theProgram, async (transaction) => {
    const holders = await peopleAtTheDoor.findByPhone(transaction, district, phone);
    const meant = holders.filter((one) => one.name === name);
    for (const { id } of meant) await removeTotp(transaction, id);
    return meant.length;
  });
}

async function knownPlace(transaction: WriteTransaction, id: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    select id from organisations where id::text = ${id}`.execute(transaction);
  if (!rows[0]) throw new PublicError(`There is no organisation with the id ${id}.`);
  return rows[0].id;
}

async function topOf(transaction: WriteTransaction, { plan, clock }: District): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    select id from organisations where kind = 'district'`.execute(transaction);
  if (rows[0]) return rows[0].id;
  const id = newId();
  const name = plan.districtName.zh;
  await sql`
    insert into organisations (id, kind, lineage, name, name_in_pinyin)
    values (${id}, 'district', array[${id}]::uuid[], ${name}, ${pinyinOf(name)})`.execute(
    transaction,
  );
  const place = { id, kind: 'district', lineage: [id], stage: null, entered_in: null } as const;
  const deed = { ...openedFact(place), at: clock(), organisation: id, subject: id };
  await stateFacts(transaction, [{ ...deed, quantity: 1 }]);
  return id;
}
