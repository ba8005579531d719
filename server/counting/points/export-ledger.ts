import type { District, ReadTransaction } from '../../platform/index.ts';
import { type Manifest, type PostedEntry, writeLedgerExport } from './ledger/index.ts';
import { ledgerNameOf } from './ledger-name.ts';
import { listBalancesAfter, listCheckpointNotes } from './store/checkpoints.ts';
import { asLeaf, listEntriesFrom } from './store/entries.ts';

const ROWS_A_PAGE = 10_000;

/**
 * Writes the whole ledger into a folder, from one snapshot, so that entries, balances and checkpoints belong
 * together. Anyone can audit it offline.
 */
export async function exportLedger(district: District, directory: string): Promise<Manifest> {
  await district.renewKeys?.();
  return district.database.read({ person: null, reach: [] }, async (transaction) => {
    const origin = await ledgerNameOf(transaction, district);
    return writeLedgerExport(directory, {
      origin,
      keys: district.keys,
      former: (district.formerKeys ?? []).map(({ ledgerSize, ...key }) => ({
        ...key,
        size: ledgerSize,
      })),
      entries: leaves(transaction),
      balances: pages(transaction, listBalancesAfter, '', (last) => last.carer),
      checkpoints: notes(transaction, origin),
      exportedAt: district.clock().toISOString(),
    });
  });
}

async function* pages<Row, Cursor>(
  transaction: ReadTransaction,
  list: (transaction: ReadTransaction, cursor: Cursor, most: number) => Promise<Row[]>,
  first: Cursor,
  next: (last: Row) => Cursor,
): AsyncGenerator<Row> {
  let cursor = first;
  while (true) {
    const rows = await list(transaction, cursor, ROWS_A_PAGE);
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < ROWS_A_PAGE) return;
    cursor = next(last);
  }
}

async function* leaves(transaction: ReadTransaction): AsyncGenerator<PostedEntry> {
  const entries = pages(transaction, listEntriesFrom, 0, (last) => last.sequence + 1);
  for await (const entry of entries) yield { ...asLeaf(entry), leaf_hash: entry.leafHash };
}

async function* notes(transaction: ReadTransaction, origin: string): AsyncGenerator<string> {
  yield* await listCheckpointNotes(transaction, origin);
}
