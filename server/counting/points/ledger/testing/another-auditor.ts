/**
 * A second auditor, written from docs/ledger-format.md alone: it shares no line with the first, so that the two cannot
 * be wrong together. Slow and plain; the whole export is held in memory.
 */
import { createHash, createPublicKey, verify } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Of the first entry that is wrong: its sequence, or the stretch in which it lies; undefined when all holds. */
export interface Complaint {
  readonly about: 'manifest' | 'checkpoint' | 'entry' | 'balance';
  readonly sequence?: number;
}

const FIELDS = [
  'amount',
  'carer',
  'counted_on',
  'fact',
  'id',
  'posted_at',
  'raw_amount',
  'rule',
  'rule_version',
  'sequence',
];
const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

const sha256 = (...parts: (Uint8Array | string)[]): Buffer => {
  const digest = createHash('sha256');
  for (const part of parts) digest.update(part);
  return digest.digest();
};
const leaf = (text: string) => sha256(Uint8Array.of(0), text);
const node = (left: Uint8Array, right: Uint8Array) => sha256(Uint8Array.of(1), left, right);

/** RFC 6962, section 2.1, as it stands there. */
function rootOf(leaves: readonly Buffer[]): Buffer {
  if (leaves.length === 0) return sha256();
  const [only] = leaves;
  if (leaves.length === 1 && only) return only;
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return node(rootOf(leaves.slice(0, k)), rootOf(leaves.slice(k)));
}

/** RFC 9162, section 2.1.3.2, by going down the tree instead of up the proof. */
export function provesInclusion(
  leafHash: Buffer,
  index: number,
  size: number,
  hashes: readonly Buffer[],
): Buffer | undefined {
  if (size === 1) return hashes.length === 0 ? leafHash : undefined;
  const sibling = hashes.at(-1);
  if (!sibling) return undefined;
  let k = 1;
  while (k * 2 < size) k *= 2;
  const rest = hashes.slice(0, -1);
  if (index < k) {
    const left = provesInclusion(leafHash, index, k, rest);
    return left && node(left, sibling);
  }
  const right = provesInclusion(leafHash, index - k, size - k, rest);
  return right && node(sibling, right);
}

function signedBy(multikey: string, bytes: Buffer, signature: Buffer): boolean {
  let number = 0n;
  for (const letter of multikey.slice(1)) number = number * 58n + BigInt(ALPHABET.indexOf(letter));
  const raw = Buffer.from(number.toString(16).padStart(68, '0'), 'hex');
  if (multikey[0] !== 'z' || raw[0] !== 0xed || raw[1] !== 0x01 || raw.length !== 34) return false;
  const x = raw.subarray(2).toString('base64url');
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  return verify(null, bytes, key, signature);
}

/** The root that a checkpoint signs for its size; undefined when it is not the ledger's. */
export function signedRoot(
  note: string,
  origin: string,
  multikey: string,
): { size: number; root: string } | undefined {
  const [text, signatures] = note.split('\n\n');
  const [name, size, root] = (text ?? '').split('\n');
  if (name !== origin || !size || !root) return undefined;
  const line = (signatures ?? '').split('\n').find((one) => one.startsWith(`— ${origin} `));
  const bytes = Buffer.from(line?.split(' ')[2] ?? '', 'base64');
  const good = signedBy(multikey, Buffer.from(`${text}\n`), bytes.subarray(4));
  return good ? { size: Number(size), root } : undefined;
}

export function auditAnew(directory: string): Complaint | undefined {
  const read = (name: string) => readFileSync(join(directory, name), 'utf8');
  const { signature, ...manifest } = JSON.parse(read('manifest.json'));
  const signed = Buffer.from(`${manifest.format}\n${sorted(manifest)}`);
  if (!signedBy(manifest.public_multikey, signed, Buffer.from(signature, 'base64'))) {
    return { about: 'manifest' };
  }
  const former: Former[] = manifest.former_keys ?? [];
  if (!handedOver(former, manifest)) return { about: 'manifest' };
  const checkpoints = readdirSync(join(directory, 'checkpoints')).toSorted();
  const roots = checkpoints.map((file) => {
    const inForce = former.find(({ until }) => Number.parseInt(file, 10) <= until) ?? manifest;
    return signedRoot(read(join('checkpoints', file)), manifest.origin, inForce.public_multikey);
  });
  if (roots.includes(undefined)) return { about: 'checkpoint' };
  if (!signersHold(manifest)) return { about: 'manifest' };
  const unsigned = checkpoints.some(
    (file) =>
      !enoughSigned(
        read(join('checkpoints', file)),
        Number.parseInt(file, 10),
        manifest.signers ?? [],
      ),
  );
  if (unsigned) return { about: 'checkpoint' };
  const wrong = firstWrong(read('entries.ndjson'), manifest.entries, roots);
  if (wrong !== undefined) return { about: 'entry', sequence: wrong };
  return balancesHold(read('entries.ndjson'), read('balances.ndjson'))
    ? undefined
    : { about: 'balance' };
}

interface Signers {
  readonly after: number;
  readonly needed: number;
  readonly keys: readonly string[];
}

/** Name, key id and public key of `name+id+base64`; undefined when the id is not the key's, or it signs no cosignatures. */
function cosignerOf(text: string): { name: string; id: Buffer; x: string } | undefined {
  const [name = '', id = '', ...rest] = text.split('+');
  const bytes = Buffer.from(rest.join('+'), 'base64');
  const right = sha256(name, Uint8Array.of(0x0a), bytes).subarray(0, 4);
  if (bytes[0] !== 0x04 || bytes.length !== 33 || right.toString('hex') !== id) return undefined;
  return { name, id: right, x: bytes.subarray(1).toString('base64url') };
}

function ed25519(x: string, bytes: Buffer, signature: Buffer): boolean {
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  return verify(null, bytes, key, signature);
}

/** The rules are in order, name each house once, and each handover is signed by the key that it takes leave of. */
function signersHold(manifest: {
  readonly signers?: readonly Signers[];
  readonly signer_handovers?: readonly { former: string; next: string; signature: string }[];
}): boolean {
  const rules = manifest.signers ?? [];
  const inOrder = rules.every(({ after, needed, keys }, at) => {
    const names = keys.map((key) => cosignerOf(key)?.name);
    const once = new Set(names).size === names.length && !names.includes(undefined);
    return once && after >= (rules[at - 1]?.after ?? 0) && needed >= 0 && needed <= keys.length;
  });
  const led = (manifest.signer_handovers ?? []).every(({ former, next, signature }) => {
    const x = cosignerOf(former)?.x;
    const text = Buffer.from(`gongyu-signer-handover/1\n${former}\n${next}\n`);
    return x !== undefined && ed25519(x, text, Buffer.from(signature, 'base64'));
  });
  return inOrder && led;
}

/** Whether so many of the rule's houses have signed the note, by C2SP tlog-cosignature. */
function enoughSigned(note: string, size: number, rules: readonly Signers[]): boolean {
  const rule = rules.filter(({ after }) => after < size).at(-1);
  const [text, lines = ''] = note.split('\n\n');
  const signed = (rule?.keys ?? []).filter((key) => {
    const house = cosignerOf(key);
    return lines.split('\n').some((line) => {
      const [dash, name, encoded = ''] = line.split(' ');
      const bytes = Buffer.from(encoded, 'base64');
      if (!house || dash !== '—' || name !== house.name || bytes.length !== 76) return false;
      if (!bytes.subarray(0, 4).equals(house.id)) return false;
      const seen = `cosignature/v1\ntime ${bytes.readBigUInt64BE(4)}\n${text}\n`;
      return ed25519(house.x, Buffer.from(seen), bytes.subarray(12));
    });
  });
  return signed.length >= (rule?.needed ?? 0);
}

interface Former {
  readonly public_multikey: string;
  readonly until: number;
  readonly ended_at: string;
  readonly handover: string;
}

/** Each former key has signed who comes next, and none signs less far than the one before. */
function handedOver(
  former: readonly Former[],
  manifest: { readonly origin: string; readonly public_multikey: string },
): boolean {
  return former.every(({ public_multikey, until, ended_at, handover }, at) => {
    const next = former[at + 1]?.public_multikey ?? manifest.public_multikey;
    const lines = [
      'gongyu-key-handover/1',
      manifest.origin,
      public_multikey,
      next,
      until,
      ended_at,
    ];
    const text = Buffer.from(`${lines.join('\n')}\n`);
    const rises = until >= (former[at - 1]?.until ?? 0);
    return rises && signedBy(public_multikey, text, Buffer.from(handover, 'base64'));
  });
}

function firstWrong(
  text: string,
  amount: number,
  roots: readonly ({ size: number; root: string } | undefined)[],
): number | undefined {
  const lines = text === '' ? [] : text.replace(/\n$/, '').split('\n');
  const leaves: Buffer[] = [];
  const earned = new Set<string>();
  let covered = 0;
  for (const [at, line] of lines.entries()) {
    const [, content = '', hash = ''] = /^{"entry":({.*}),"leaf_hash":"(.*)"}$/.exec(line) ?? [];
    const entry = parsed(content);
    const pair = JSON.stringify([entry?.fact, entry?.rule]);
    const fits = entry?.sequence === at && leaf(content).toString('base64') === hash;
    if (!fits || earned.has(pair)) return at;
    earned.add(pair);
    leaves.push(leaf(content));
    const checkpoint = roots.find((one) => one?.size === leaves.length);
    if (checkpoint && rootOf(leaves).toString('base64') !== checkpoint.root) return covered;
    if (checkpoint) covered = leaves.length;
    if (leaves.length > amount) return amount;
  }
  return leaves.length < amount ? leaves.length : undefined;
}

/** The entry, if its text is canonical and has the ten fields; otherwise undefined. */
function parsed(text: string): Record<string, unknown> | undefined {
  try {
    const entry = JSON.parse(text);
    return Object.keys(entry).join() === FIELDS.join() && JSON.stringify(entry) === text
      ? entry
      : undefined;
  } catch {
    return undefined;
  }
}

function balancesHold(entries: string, balances: string): boolean {
  const sums = new Map<string, number>();
  for (const line of entries.split('\n').filter(Boolean)) {
    const { carer, amount } = JSON.parse(line).entry;
    sums.set(carer, (sums.get(carer) ?? 0) + amount);
  }
  const told = balances
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  return (
    told.length === sums.size && told.every(({ carer, balance }) => sums.get(carer) === balance)
  );
}

/** JCS for what a manifest holds: keys in order, at every depth. */
function sorted(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sorted).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return `{${fields.map(([key, field]) => `${JSON.stringify(key)}:${sorted(field)}`).join()}}`;
}
