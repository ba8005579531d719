import { type District, PublicError } from '../../platform/index.ts';
import { heldTreeOf } from './held-tree.ts';
import {
  COSIGNATURE,
  findCosignature,
  type Hash,
  type NoteKey,
  parseVerifierKey,
} from './ledger/index.ts';
import { proveConsistency } from './prove.ts';
import { lastCheckpoint } from './store/checkpoints.ts';
import { presentSigners } from './store/signers.ts';
import { cosignedSize, insertCosignature } from './store/witnesses.ts';

/** Another house that signs that our ledger only grew. */
export interface Witness {
  readonly key: NoteKey;
  /** C2SP's submission prefix, without a slash at the end. */
  readonly address: string;
}

const MILLISECONDS_TO_ANSWER = 10_000;
const program = { person: null, reach: [] } as const;

/** A witness's key from its text; undefined when it is none. */
export function parseWitnessKey(text: string): NoteKey | undefined {
  return parseVerifierKey(text, COSIGNATURE);
}

/** From the operator's setting `key address; key address`. Throws a PublicError that says what is wrong. */
export function readWitnesses(text: string): Witness[] {
  return text
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const witness = readWitness(part);
      if (witness) return witness;
      throw new PublicError(
        `GONGYU_WITNESSES has "${part}": write the witness's key (name+id+base64), a space and its address; separate witnesses by a semicolon.`,
      );
    });
}

/** One of `key address`; undefined when it is none. */
export function readWitness(text: string): Witness | undefined {
  const [keyText = '', address = ''] = text.trim().split(/\s+/);
  const key = parseWitnessKey(keyText);
  return key && URL.canParse(address) ? { key, address: address.replace(/\/+$/, '') } : undefined;
}

/**
 * Shows the newest checkpoint to each witness and signer that has not signed it yet (C2SP tlog-witness), and keeps what
 * they sign.
 * Gives how many did. One that does not answer hinders no other; what it did not sign it is asked again next time.
 */
export async function askWitnesses(district: District): Promise<number> {
  const signers = await district.database.read(program, presentSigners);
  const names = new Set(signers.map(({ key }) => key.name));
  const others = (district.witnesses ?? []).filter(({ key }) => !names.has(key.name));
  const asked = await Promise.allSettled(
    [...signers, ...others].map((witness) => askWitness(district, witness)),
  );
  const failed = asked.find((one) => one.status === 'rejected');
  if (failed) throw failed.reason;
  return asked.filter((one) => one.status === 'fulfilled' && one.value).length;
}

async function askWitness(district: District, { key, address }: Witness): Promise<boolean> {
  const seen = await district.database.read(program, (transaction) =>
    cosignedSize(transaction, key.name),
  );
  let question = await questionFrom(district, seen);
  if (!question || question.size === seen) return false;
  let answer = await post(address, question.body);
  if (answer.status === 409) {
    // It has seen more than we know of, or less: after a backup on either side.
    question = await questionFrom(district, Number((await answer.text()).trim()));
    if (!question) throw new Error(`${key.name} has seen a ledger that is not ours.`);
    answer = await post(address, question.body);
  }
  if (!answer.ok) throw new Error(`${key.name} did not sign the ledger: ${answer.status}.`);
  const { size, text } = question;
  const cosignature = findCosignature(text, await answer.text(), key);
  if (!cosignature) throw new Error(`${key.name} answered without a good signature.`);
  await district.database.count((transaction) =>
    insertCosignature(transaction, { size, witness: key.name, ...cosignature }),
  );
  return true;
}

interface Question {
  readonly size: number;
  /** Of the checkpoint, without signatures. */
  readonly text: string;
  readonly body: string;
}

async function questionFrom(district: District, seen: number): Promise<Question | undefined> {
  return district.database.read(program, async (transaction) => {
    const last = await lastCheckpoint(transaction);
    if (!last || !Number.isSafeInteger(seen) || seen > last.size) return undefined;
    const grew = seen > 0 && seen < last.size;
    const proof = grew
      ? await proveConsistency(transaction, heldTreeOf(district), seen, last.size)
      : [];
    const text = `${last.note.split('\n\n')[0]}\n`;
    return { size: last.size, text, body: `old ${seen}\n${linesOf(proof)}\n${last.note}` };
  });
}

function linesOf(hashes: readonly Hash[]): string {
  return hashes.map((hash) => `${Buffer.from(hash).toString('base64')}\n`).join('');
}

function post(address: string, body: string): Promise<Response> {
  return fetch(`${address}/add-checkpoint`, {
    method: 'POST',
    headers: { 'content-type': 'text/plain; charset=utf-8' },
    body,
    signal: AbortSignal.timeout(MILLISECONDS_TO_ANSWER),
  });
}
