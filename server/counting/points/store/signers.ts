import { sql } from 'kysely';
import type { ReadTransaction, WriteTransaction } from '../../../platform/index.ts';
import { type NoteKey, parseSignerKey, type SignerHandover } from '../ledger/index.ts';

declare module '../../../platform/database/tables.ts' {
  interface Tables {
    ledger_signers: {
      generation: number;
      after_size: number;
      needed: number;
      signers: readonly Signer[];
      handovers: readonly SignerHandover[];
      at: Date;
    };
  }
}

export interface Signer {
  /** As C2SP tools read it. */
  readonly key: string;
  /** C2SP's submission prefix, without a slash at the end. */
  readonly address: string;
}

/** Who signs beside the district from a place in the ledger on. */
export interface SignersSet {
  /** Larger checkpoints are under it. */
  readonly after: number;
  readonly needed: number;
  readonly signers: readonly Signer[];
  readonly handovers: readonly SignerHandover[];
}

/** The oldest first; none: the district signs alone. */
export async function listSigners(transaction: ReadTransaction): Promise<SignersSet[]> {
  const rows = await transaction
    .selectFrom('ledger_signers')
    .select(['after_size as after', 'needed', 'signers', 'handovers'])
    .orderBy('generation')
    .execute();
  return rows;
}

export async function insertSigners(
  transaction: WriteTransaction,
  { generation, at, ...set }: SignersSet & { generation: number; at: Date },
): Promise<void> {
  await sql`
    insert into ledger_signers (generation, after_size, needed, signers, handovers, at)
    values (${generation}, ${set.after}, ${set.needed}, ${JSON.stringify(set.signers)},
            ${JSON.stringify(set.handovers)}, ${at})`.execute(transaction);
}

/** Those who sign beside the district now, as they are asked. */
export async function presentSigners(
  transaction: ReadTransaction,
): Promise<{ key: NoteKey; address: string }[]> {
  const present = (await listSigners(transaction)).at(-1);
  return (present?.signers ?? []).flatMap(({ key, address }) => {
    const parsed = parseSignerKey(key);
    return parsed ? [{ key: parsed, address }] : [];
  });
}
