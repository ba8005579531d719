import type { District } from '../../platform/index.ts';
import { ledgerOrigin } from './ledger/index.ts';

/** The name of the district's ledger, in its checkpoints and exports. */
export function ledgerNameOf(district: District): string {
  return ledgerOrigin(new URL(district.publicUrl).host);
}
