/** Another house's word that the ledger only grew: C2SP tlog-cosignature, its Ed25519 form. */
import { type SigningKeys, verifySignature } from '../../../platform/signing/index.ts';
import { COSIGNATURE, type NoteKey, noteKeyId, parseSignatureLine } from './signed-note.ts';

const TIME_BYTES = 8;

/** A signature line for the text of a checkpoint, seen at `at`. Ends with a newline. */
export function cosign(text: string, name: string, keys: SigningKeys, at: Date): string {
  const seconds = Math.floor(at.getTime() / 1000);
  const time = Buffer.alloc(TIME_BYTES);
  time.writeBigUInt64BE(BigInt(seconds));
  const id = noteKeyId({ name, publicKey: keys.publicKey }, COSIGNATURE);
  const signature = Buffer.concat([id, time, keys.sign(signed(text, seconds))]);
  return `\u2014 ${name} ${signature.toString('base64')}\n`;
}

export interface Cosignature {
  /** With its newline. */
  readonly line: string;
  /** When the witness saw the checkpoint. */
  readonly at: Date;
}

/** The witness's good cosignature on the text, if it is one of these lines; all others are passed over. */
export function findCosignature(
  text: string,
  lines: string,
  key: NoteKey,
): Cosignature | undefined {
  const id = noteKeyId(key, COSIGNATURE);
  for (const line of lines.split('\n')) {
    const parsed = parseSignatureLine(line);
    if (parsed?.name !== key.name || !parsed.keyId.equals(id)) continue;
    if (parsed.signature.length <= TIME_BYTES) continue;
    const seconds = Number(parsed.signature.readBigUInt64BE());
    const signature = parsed.signature.subarray(TIME_BYTES);
    if (verifySignature(key.publicKey, signed(text, seconds), signature)) {
      return { line: `${line}\n`, at: new Date(seconds * 1000) };
    }
  }
  return undefined;
}

function signed(text: string, seconds: number): Buffer {
  return Buffer.from(`cosignature/v1\ntime ${seconds}\n${text}`);
}
