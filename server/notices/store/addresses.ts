import { sql } from 'kysely';
import {
  newId,
  type ReadTransaction,
  type Sealing,
  type WriteTransaction,
} from '../../platform/index.ts';
import type { AddressRow, OutsideChannel } from '../tables.ts';

/** What addresses are sealed and found by. */
export const ADDRESS = 'notice address';

export type OwnAddress = Pick<AddressRow, 'id' | 'channel' | 'label' | 'made_at'>;

export async function listOwnAddresses(
  transaction: ReadTransaction,
  person: string,
): Promise<OwnAddress[]> {
  const { rows } = await sql<OwnAddress>`
    select id, channel, label, made_at from notice_addresses
     where person_id = ${person} and ended_at is null
     order by made_at desc, id desc`.execute(transaction);
  return rows;
}

export interface NewAddress {
  readonly person: string;
  readonly channel: Exclude<OutsideChannel, 'sms'>;
  readonly address: string;
  readonly label: string;
}

/**
 * One address, one person: a device that somebody else signed in on before is theirs now. Proving it twice changes
 * nothing. For the program: the row of before may be another's.
 */
export async function addAddress(
  transaction: WriteTransaction,
  sealing: Sealing,
  { person, channel, address, label }: NewAddress,
  at: Date,
): Promise<string> {
  const index = sealing.blindIndex(ADDRESS, address);
  const { rows } = await sql<{ id: string }>`
    select id from notice_addresses
     where channel = ${channel} and address_index = ${index} and ended_at is null
       and person_id = ${person}`.execute(transaction);
  const [known] = rows;
  if (known) return known.id;
  await sql`
    update notice_addresses set ended_at = ${at}, ended_because = 'moved'
     where channel = ${channel} and address_index = ${index} and ended_at is null`.execute(
    transaction,
  );
  const id = newId();
  await transaction
    .insertInto('notice_addresses')
    .values({
      id,
      person_id: person,
      channel,
      address_sealed: sealing.seal(ADDRESS, address),
      address_index: index,
      label,
      made_at: at,
      ended_at: null,
      ended_because: null,
    })
    .execute();
  return id;
}

/** Whether this person once took this very address away. */
export async function hasTakenBack(
  transaction: ReadTransaction,
  sealing: Sealing,
  { person, channel, address }: Omit<NewAddress, 'label'>,
): Promise<boolean> {
  const { rows } = await sql`
    select from notice_addresses
     where channel = ${channel} and address_index = ${sealing.blindIndex(ADDRESS, address)}
       and person_id = ${person} and ended_because = 'by-person' limit 1`.execute(transaction);
  return rows.length > 0;
}

/** Whether the person had it. */
export async function endOwnAddress(
  transaction: WriteTransaction,
  person: string,
  id: string,
  at: Date,
): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    update notice_addresses set ended_at = ${at}, ended_because = 'by-person'
     where id = ${id} and person_id = ${person} and ended_at is null
    returning id`.execute(transaction);
  return rows.length > 0;
}

/** Somebody stopped following, or the channel says that they are gone. */
export async function endAddressByText(
  transaction: WriteTransaction,
  sealing: Sealing,
  { channel, address }: { channel: OutsideChannel; address: string },
  at: Date,
): Promise<void> {
  await sql`
    update notice_addresses set ended_at = ${at}, ended_because = 'gone'
     where channel = ${channel} and address_index = ${sealing.blindIndex(ADDRESS, address)}
       and ended_at is null`.execute(transaction);
}
