import type { ReadTransaction, WriteTransaction } from '../../../platform/index.ts';
import type { Hash } from '../ledger/index.ts';

declare module '../../../platform/database/tables.ts' {
  interface Tables {
    ledger_cosignatures: { size: number; witness: string; line: string; at: Date };
    witnessed_ledgers: { origin: string; size: number; root: Buffer | null; at: Date };
  }
}

/** How far a witness has signed our ledger; 0 when never. */
export async function cosignedSize(transaction: ReadTransaction, witness: string): Promise<number> {
  const row = await transaction
    .selectFrom('ledger_cosignatures')
    .select(({ fn }) => fn.max<number | null>('size').as('size'))
    .where('witness', '=', witness)
    .executeTakeFirst();
  return row?.size ?? 0;
}

export async function insertCosignature(
  transaction: WriteTransaction,
  cosignature: { size: number; witness: string; line: string; at: Date },
): Promise<void> {
  await transaction
    .insertInto('ledger_cosignatures')
    .values(cosignature)
    // Two programs may ask the same witness: the first line stands.
    .onConflict((conflict) => conflict.columns(['size', 'witness']).doNothing())
    .execute();
}

/** Another's ledger as we last saw it, held against others who would sign it at the same time. */
export async function holdWitnessed(
  transaction: WriteTransaction,
  origin: string,
  at: Date,
): Promise<{ size: number; root: Hash | null }> {
  await transaction
    .insertInto('witnessed_ledgers')
    .values({ origin, size: 0, root: null, at })
    .onConflict((conflict) => conflict.column('origin').doNothing())
    .execute();
  return transaction
    .selectFrom('witnessed_ledgers')
    .select(['size', 'root'])
    .where('origin', '=', origin)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

export async function keepWitnessed(
  transaction: WriteTransaction,
  { origin, size, root, at }: { origin: string; size: number; root: Hash; at: Date },
): Promise<void> {
  await transaction
    .updateTable('witnessed_ledgers')
    .set({ size, root: Buffer.from(root), at })
    .where('origin', '=', origin)
    .execute();
}
