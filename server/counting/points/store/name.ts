import { sql } from 'kysely';
import type { ReadTransaction, WriteTransaction } from '../../../platform/index.ts';

declare module '../../../platform/database/tables.ts' {
  interface Tables {
    ledger_name: { name: string; at: Date };
  }
}

export async function findName(transaction: ReadTransaction): Promise<string | undefined> {
  const row = await transaction.selectFrom('ledger_name').select('name').executeTakeFirst();
  return row?.name;
}

/** Of two programs that name it at once, the first does. */
export async function insertName(
  transaction: WriteTransaction,
  name: { name: string; at: Date },
): Promise<void> {
  await transaction
    .insertInto('ledger_name')
    .values(name)
    .onConflict((conflict) => conflict.expression(sql`(true)`).doNothing())
    .execute();
}
