import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import {
  plainArray,
  type ReadTransaction,
  type WriteTransaction,
} from '../../../platform/index.ts';
import { accountOf, SALT_BYTES } from '../ledger/index.ts';

declare module '../../../platform/database/tables.ts' {
  interface Tables {
    ledger_accounts: { carer_id: string; account: string; salt: Buffer | null };
  }
}

/** The accounts of carers, made for those who have none. Only the points counter asks, and it holds its place. */
export async function accountsFor(
  transaction: WriteTransaction,
  carers: readonly string[],
): Promise<Map<string, string>> {
  const { rows } = await sql<{ carer_id: string; account: string }>`
    select carer_id, account from ledger_accounts where carer_id = any(${plainArray(carers)}::uuid[])
  `.execute(transaction);
  const accounts = new Map(rows.map(({ carer_id, account }) => [carer_id, account]));
  const fresh = carers.filter((carer) => !accounts.has(carer));
  if (fresh.length === 0) return accounts;
  const made = fresh.map((carer) => {
    const salt = randomBytes(SALT_BYTES);
    return { carer, account: accountOf(carer, salt), salt };
  });
  await sql`
    insert into ledger_accounts (carer_id, account, salt)
    select * from unnest(
      ${plainArray(made.map(({ carer }) => carer))}::uuid[],
      ${plainArray(made.map(({ account }) => account))}::text[],
      ${made.map(({ salt }) => salt)}::bytea[])`.execute(transaction);
  for (const { carer, account } of made) accounts.set(carer, account);
  return accounts;
}

/** The salt that shows whose account it is; undefined when it is erased, or the carer has none. */
export async function findSalt(
  transaction: ReadTransaction,
  carer: string,
): Promise<Buffer | undefined> {
  const row = await transaction
    .selectFrom('ledger_accounts')
    .select('salt')
    .where('carer_id', '=', carer)
    .executeTakeFirst();
  return row?.salt ?? undefined;
}
