import { nobody } from '../../directory/index.ts';
import { type District, PublicError } from '../../platform/index.ts';
import { keysOfGeneration } from '../keys/index.ts';
import {
  COSIGNATURE,
  cosign,
  type Hash,
  type NoteKey,
  openCheckpoint,
  parseVerifierKey,
  type SignerHandover,
  sameHash,
  signerHandoverText,
  verifierKeyOf,
  verifyConsistency,
} from './ledger/index.ts';
import { holdWitnessed, keepWitnessed } from './store/witnesses.ts';

/** C2SP tlog-witness, `add-checkpoint`: the answer as HTTP says it. */
export interface WitnessAnswer {
  readonly status: 200 | 400 | 403 | 404 | 409 | 422;
  readonly body: string;
}

/** From the operator's setting: keys of ledgers, separated by semicolons. Throws a PublicError on what is none. */
export function readWitnessed(text: string): NoteKey[] {
  return text
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const key = parseVerifierKey(part);
      if (key) return key;
      throw new PublicError(
        `GONGYU_WITNESSED has "${part}": give the ledger's verifier key (name+id+base64), as its checkpoint page shows it.`,
      );
    });
}

/** The name under which we sign for others. */
export function witnessNameOf(district: District): string {
  return `${new URL(district.publicUrl).host.toLowerCase()}/witness`;
}

/** The key with which we do, as its text. */
export function witnessKeyOf(district: District): string {
  const key = { name: witnessNameOf(district), publicKey: district.keys.publicKey };
  return verifierKeyOf(key, COSIGNATURE);
}

/** What each former key of this witness has signed of the next, the oldest first. */
export async function witnessHandoversOf(district: District): Promise<SignerHandover[]> {
  const { sealing, publicUrl, keys, formerKeys = [] } = district;
  const textOf = (publicKey: Uint8Array) =>
    verifierKeyOf({ name: witnessNameOf(district), publicKey }, COSIGNATURE);
  return Promise.all(
    formerKeys.map(async ({ publicKey }, index) => {
      const signer = await keysOfGeneration(sealing, publicUrl, index + 1);
      const former = textOf(publicKey);
      const next = textOf(formerKeys[index + 1]?.publicKey ?? keys.publicKey);
      const signature = signer.sign(signerHandoverText(former, next)).toString('base64');
      return { former, next, signature };
    }),
  );
}

/**
 * Signs another house's checkpoint when its ledger only added to what we saw of it before; never a smaller one, never
 * another past. What we saw is kept before we answer.
 */
export async function witnessCheckpoint(
  district: District,
  request: string,
  at: Date,
): Promise<WitnessAnswer> {
  const asked = parseRequest(request);
  if (!asked) return { status: 400, body: 'Not a request as C2SP tlog-witness has it.\n' };
  const [origin = ''] = asked.note.split('\n');
  // A ledger whose key has changed is told twice, by its former key and its present one.
  const known = (district.witnessed ?? []).filter(({ name }) => name === origin);
  if (known.length === 0) return { status: 404, body: 'We do not witness this ledger.\n' };
  const opened = known.map((key) => openCheckpoint(asked.note, key));
  const checkpoint = opened.find((one) => one !== undefined);
  if (!checkpoint) return { status: 403, body: 'Not signed by the ledger’s key.\n' };
  const { size, root } = checkpoint;
  if (asked.old > size) return { status: 400, body: 'The old size is above the new one.\n' };
  return district.database.write(nobody, async (transaction): Promise<WitnessAnswer> => {
    const seen = await holdWitnessed(transaction, origin, at);
    const another = seen.size === size && seen.root !== null && !sameHash(seen.root, root);
    if (asked.old !== seen.size || another) return { status: 409, body: `${seen.size}\n` };
    if (!grewFrom(seen, { size, root }, asked.proof)) {
      return { status: 422, body: 'The proof does not hold.\n' };
    }
    await keepWitnessed(transaction, { origin, size, root, at });
    const text = `${asked.note.split('\n\n')[0]}\n`;
    return { status: 200, body: cosign(text, witnessNameOf(district), district.keys, at) };
  });
}

interface Seen {
  readonly size: number;
  readonly root: Hash | null;
}

function grewFrom(seen: Seen, now: { size: number; root: Hash }, proof: readonly Hash[]): boolean {
  if (seen.size === 0 || seen.root === null) return proof.length === 0;
  return verifyConsistency({
    earlierSize: seen.size,
    earlierRoot: seen.root,
    laterSize: now.size,
    laterRoot: now.root,
    proof,
  });
}

const MOST_PROOF_LINES = 63;
const HASH_LINE = /^[A-Za-z0-9+/]{43}=$/;

function parseRequest(text: string): { old: number; proof: Hash[]; note: string } | undefined {
  const end = text.indexOf('\n\n');
  const [first = '', ...lines] = text.slice(0, Math.max(0, end)).split('\n');
  const [, old] = /^old (0|[1-9]\d{0,15})$/.exec(first) ?? [];
  const isProof = lines.length <= MOST_PROOF_LINES && lines.every((line) => HASH_LINE.test(line));
  if (old === undefined || !isProof || !Number.isSafeInteger(Number(old))) return undefined;
  const proof = lines.map((line) => Buffer.from(line, 'base64'));
  return { old: Number(old), proof, note: text.slice(end + 2) };
}
