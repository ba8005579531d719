import { sql } from 'kysely';
import type { ReadTransaction, Sealing } from '../platform/index.ts';

/** Whose phones these are, by phone. A phone that several people gave is nobody's: it could be any of them. */
export async function peopleOfPhones(
  transaction: ReadTransaction,
  sealing: Sealing,
  phones: readonly string[],
): Promise<Map<string, string>> {
  const byIndex = new Map(
    phones.map((phone) => [sealing.blindIndex('phone', phone).toString('hex'), phone]),
  );
  const { rows } = await sql<{ index: string; person: string }>`
    select encode(phone_index, 'hex') as index, min(id::text) as person from people
     where phone_index = any(${[...byIndex.keys()].map((index) => Buffer.from(index, 'hex'))}::bytea[])
     group by phone_index having count(*) = 1`.execute(transaction);
  return new Map(rows.map(({ index, person }) => [byIndex.get(index) ?? '', person]));
}
