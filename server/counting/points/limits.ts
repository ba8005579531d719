import type { Allowance } from '../../platform/index.ts';

/** A proof reads some hundreds of hashes. An auditor who samples ten a second fits. */
export const PROOFS_BY_NETWORK: Allowance = {
  name: 'ledger-proofs-by-network',
  most: 6000,
  seconds: 10 * 60,
};

/** 63 hashes, a checkpoint, and a hundred signatures. */
export const MOST_BYTES_OF_A_CHECKPOINT = 32_768;
