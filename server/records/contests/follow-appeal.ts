import type { WriteTransaction } from '../../platform/index.ts';
import type { ContestsOptions } from './door-options.ts';
import { openAppealAbout } from './store/contests.ts';
import type { Contest } from './tables.ts';

/** One appeal is over: whoever checks the certificate is told so, unless another of the family's is open. */
export async function followAppeal(
  transaction: WriteTransaction,
  { certificate_id: certificate }: Contest,
  { setAppealed }: ContestsOptions,
): Promise<void> {
  if (!certificate) return;
  await setAppealed(transaction, certificate, await openAppealAbout(transaction, certificate));
}
