import type { District, ReadTransaction } from '../../platform/index.ts';
import {
  isSignedEnough,
  type Manifest,
  type PostedEntry,
  type SignersRule,
  writeLedgerExport,
} from './ledger/index.ts';
import { ledgerNameOf } from './ledger-name.ts';
import { handoversOf, rulesOf, sizeSignedEnough } from './set-signers.ts';
import { listBalancesAfter, listCheckpointNotes } from './store/checkpoints.ts';
import { asLeaf, listEntriesFrom } from './store/entries.ts';
import { listSigners } from './store/signers.ts';

const ROWS_A_PAGE = 10_000;

/**
 * Writes the whole ledger into a folder, from one snapshot, so that entries, balances and checkpoints belong
 * together. Anyone can audit it offline.
 */
export async function exportLedger(district: District, directory: string): Promise<Manifest> {
  await district.renewKeys?.();
  return district.database.read({ person: null, reach: [] }, async (transaction) => {
    const origin = await ledgerNameOf(transaction, district);
    const sets = await listSigners(transaction);
    const rules = rulesOf(sets);
    // What the signers have not seen yet is not in an export that needs them.
    const end = rules.length > 0 ? await sizeSignedEnough(transaction, rules) : undefined;
    return writeLedgerExport(directory, {
      origin,
      keys: district.keys,
      former: (district.formerKeys ?? []).map(({ ledgerSize, ...key }) => ({
        ...key,
        size: ledgerSize,
      })),
      signers: rules,
      signerHandovers: handoversOf(sets),
      entries: leaves(transaction, end),
      balances: balances(transaction, end),
      checkpoints: notes(transaction, origin, rules),
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

async function* leaves(
  transaction: ReadTransaction,
  end = Number.POSITIVE_INFINITY,
): AsyncGenerator<PostedEntry> {
  const entries = pages(transaction, listEntriesFrom, 0, (last) => last.sequence + 1);
  for await (const entry of entries) {
    if (entry.sequence >= end) return;
    yield { ...asLeaf(entry), leaf_hash: entry.leafHash };
  }
}

function balances(transaction: ReadTransaction, end = Number.MAX_SAFE_INTEGER) {
  const list = (_: ReadTransaction, account: string, most: number) =>
    listBalancesAfter(transaction, { account, end }, most);
  return pages(transaction, list, '', (last) => last.carer);
}

/** One that too few have signed is waiting for them, or a later one has taken its place. */
async function* notes(
  transaction: ReadTransaction,
  origin: string,
  rules: readonly SignersRule[],
): AsyncGenerator<string> {
  const all = await listCheckpointNotes(transaction, origin);
  yield* all.filter((note) => isSignedEnough(note, rules));
}
