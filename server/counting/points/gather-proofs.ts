import { nobody } from '../../directory/index.ts';
import { type District, Gather } from '../../platform/index.ts';
import { NotSignedYet } from './refusals.ts';
import { type ProofOfEntry, proofsOfEntries } from './show-proofs.ts';

const MOST_PROOFS_A_READING = 50;

const readers = new WeakMap<District, Gather<number, ProofOfEntry | undefined>>();

/**
 * That an entry stands in the newest signed ledger. Proofs that are asked for at the same moment are made from one reading:
 * going to the database costs more than what is read there. Refuses while it is not signed so far.
 */
export async function gatherProof(district: District, sequence: number): Promise<ProofOfEntry> {
  const known = readers.get(district);
  const proofs =
    known ??
    new Gather<number, ProofOfEntry | undefined>(
      (sequences) =>
        district.database.read(nobody, (transaction) =>
          proofsOfEntries(transaction, district, sequences),
        ),
      { most: MOST_PROOFS_A_READING },
    );
  if (!known) readers.set(district, proofs);
  const proof = await proofs.ask(sequence);
  if (!proof) throw NotSignedYet();
  return proof;
}
