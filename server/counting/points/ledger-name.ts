import type { District, ReadTransaction, WriteTransaction } from '../../platform/index.ts';
import type { LedgerAt } from '../keys/index.ts';
import { ledgerOrigin, verifierKeyOf } from './ledger/index.ts';
import { findName, insertName } from './store/name.ts';

/**
 * The name of the district's ledger, in its checkpoints and exports. It is made of the address that the district had
 * when something was first signed under it, and does not follow when the address changes: another name would be another
 * ledger.
 */
export async function ledgerNameOf(
  transaction: ReadTransaction,
  district: District,
): Promise<string> {
  return (await findName(transaction)) ?? nameNow(district);
}

/** The same for whoever signs: from now on it is fixed. */
export async function holdLedgerName(
  transaction: WriteTransaction,
  district: District,
): Promise<string> {
  const found = await findName(transaction);
  if (found !== undefined) return found;
  await insertName(transaction, { name: nameNow(district), at: district.clock() });
  return ledgerNameOf(transaction, district);
}

function nameNow({ publicUrl }: District): string {
  return ledgerOrigin(new URL(publicUrl).host);
}

/** The key that signs it now, as C2SP tools read it. */
export async function ledgerKeyOf(district: District): Promise<string> {
  const name = await district.database.read({ person: null, reach: [] }, (transaction) =>
    ledgerNameOf(transaction, district),
  );
  return verifierKeyOf({ name, publicKey: district.keys.publicKey });
}

type Client = Parameters<Parameters<District['database']['withOwner']>[0]>[0];

/** How far it is signed, for a key that hands over; its name is fixed by that. */
export async function ledgerAt(district: District, client: Client): Promise<LedgerAt> {
  await client.query(
    'insert into ledger_name (name, at) values ($1, $2) on conflict ((true)) do nothing',
    [nameNow(district), district.clock()],
  );
  const { rows } = await client.query<{ name: string; size: number | null }>(
    'select name, (select max(size)::integer from ledger_trees) as size from ledger_name',
  );
  const [row] = rows;
  if (!row) throw new Error('The ledger has a name.');
  return { origin: row.name, size: row.size ?? 0 };
}
