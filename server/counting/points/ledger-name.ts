import type { District } from '../../platform/index.ts';
import type { LedgerAt } from '../keys/index.ts';
import { ledgerOrigin, verifierKeyOf } from './ledger/index.ts';

/** The name of the district's ledger, in its checkpoints and exports. */
export function ledgerNameOf(district: District): string {
  return ledgerOrigin(new URL(district.publicUrl).host);
}

/** The key that signs it now, as C2SP tools read it. */
export function ledgerKeyOf(district: District): string {
  return verifierKeyOf({ name: ledgerNameOf(district), publicKey: district.keys.publicKey });
}

type Client = Parameters<Parameters<District['database']['withOwner']>[0]>[0];

/** How far it is signed, for a key that hands over. */
export async function ledgerAt(district: District, client: Client): Promise<LedgerAt> {
  const { rows } = await client.query<{ size: number | null }>(
    'select max(size)::integer as size from ledger_trees',
  );
  return { origin: ledgerNameOf(district), size: rows[0]?.size ?? 0 };
}
