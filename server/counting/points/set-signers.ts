import { nobody } from '../../directory/index.ts';
import { type District, PublicError, type ReadTransaction } from '../../platform/index.ts';
import { readWitness } from './ask-witnesses.ts';
import {
  areSignerHandovers,
  isHandedOver,
  isSignedEnough,
  type SignerHandover,
  type SignersRule,
  successorsOf,
} from './ledger/index.ts';
import { listCheckpointsBefore } from './store/checkpoints.ts';
import { insertSigners, listSigners, type Signer, type SignersSet } from './store/signers.ts';

const MILLISECONDS_TO_ANSWER = 10_000;
const CHECKPOINTS_A_PAGE = 100;
const MOST_SIGNERS = 20;

/** What an export tells of them. */
export function rulesOf(sets: readonly SignersSet[]): SignersRule[] {
  return sets.map(({ after, needed, signers }) => ({
    ...{ after, needed },
    keys: signers.map(({ key }) => key),
  }));
}

export function handoversOf(sets: readonly SignersSet[]): SignerHandover[] {
  return sets.flatMap(({ handovers }) => handovers);
}

/** How far as many have signed as it needs: the size of the largest such checkpoint; 0: there is none. */
export async function sizeSignedEnough(
  transaction: ReadTransaction,
  rules: readonly SignersRule[],
): Promise<number> {
  let before: number | undefined;
  while (true) {
    const page = await listCheckpointsBefore(transaction, before, CHECKPOINTS_A_PAGE);
    const found = page.find(({ note }) => isSignedEnough(note, rules));
    if (found) return found.size;
    before = page.at(-1)?.size;
    if (before === undefined || page.length < CHECKPOINTS_A_PAGE) return 0;
  }
}

/**
 * The district says who signs its checkpoints beside it, and how many of them each needs: from the last checkpoint on
 * that is signed by the rule so far. So a signer that has fallen silent leaves nothing behind that cannot be audited.
 * Signers whose key took the place of another are asked for what the former one signed of it.
 */
export async function setSigners(
  district: District,
  needed: number,
  texts: readonly string[],
): Promise<SignersSet> {
  const signers = texts.map(readSigner);
  requireCount(needed, signers);
  const before = await district.database.read(nobody, listSigners);
  const handovers = await handoversTo(signers, before);
  return district.database.count(async (transaction) => {
    const sets = await listSigners(transaction);
    const after = await sizeSignedEnough(transaction, rulesOf(sets));
    const set: SignersSet = { after, needed, signers, handovers };
    await insertSigners(transaction, { ...set, generation: sets.length + 1, at: district.clock() });
    return set;
  });
}

function readSigner(text: string): Signer {
  const signer = readWitness(text);
  const [key = ''] = text.trim().split(/\s+/);
  if (signer) return { key, address: signer.address };
  throw new PublicError(
    `"${text}" is no signer: write its key (name+id+base64, as /witness/key shows it), a space and its address, together in quotes.`,
  );
}

function requireCount(needed: number, signers: readonly Signer[]): void {
  const names = new Set(signers.map(({ key }) => key.split('+')[0]));
  if (names.size < signers.length || signers.length > MOST_SIGNERS) {
    throw new PublicError(`Name each signer once, and at most ${MOST_SIGNERS}.`);
  }
  if (Number.isInteger(needed) && needed >= 0 && needed <= signers.length) return;
  throw new PublicError(
    `Of ${signers.length} signers a checkpoint may need 0 to ${signers.length}: give such a number first.`,
  );
}

/** What former signers' keys have signed of these, where those houses tell it. */
async function handoversTo(
  signers: readonly Signer[],
  sets: readonly SignersSet[],
): Promise<SignerHandover[]> {
  const known = new Set(sets.flatMap((set) => set.signers.map(({ key }) => key)));
  const fresh = signers.filter(({ key }) => !known.has(key));
  if (known.size === 0) return [];
  const told = (await Promise.all(fresh.map(askForHandovers))).flat().filter(isHandedOver);
  // Only what leads on from a key that was a signer's.
  const led = new Set([...known].flatMap((key) => [...successorsOf(key, told)]));
  return told.filter(({ former }) => led.has(former));
}

async function askForHandovers({ address }: Signer): Promise<SignerHandover[]> {
  try {
    const signal = AbortSignal.timeout(MILLISECONDS_TO_ANSWER);
    const answer = await fetch(`${address}/handovers`, { signal });
    const { items } = (await answer.json()) as { items: unknown };
    return areSignerHandovers(items)
      ? items.map(({ former, next, signature }) => ({ former, next, signature }))
      : [];
  } catch {
    // A house of another kind, or none there: whoever learned its former key must learn the new one.
    return [];
  }
}

/** Who signs, the oldest rule first, and how far the ledger is signed as it needs. */
export async function signersOf({ database }: District) {
  return database.read(nobody, async (transaction) => {
    const sets = await listSigners(transaction);
    const signed = await sizeSignedEnough(transaction, rulesOf(sets));
    const [newest] = await listCheckpointsBefore(transaction, undefined, 1);
    return { sets, signed, size: newest?.size ?? 0 };
  });
}
