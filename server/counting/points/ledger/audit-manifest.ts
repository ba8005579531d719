import { publicKeyOfMultikey, verifySignature } from '../../../platform/signing/index.ts';
import type { AuditFinding } from './audit-finding.ts';
import { FORMAT, type Manifest, manifestBytes } from './export-format.ts';
import { type ExportedKey, handoversIn, type LedgerKey } from './ledger-keys.ts';
import { areSignerHandovers, areSignersRules, isHandedOver } from './signers.ts';

export type OpenedManifest =
  | { manifest: Manifest; keys: LedgerKey[]; findings: AuditFinding[] }
  | { manifest?: never; findings: AuditFinding[] };

/**
 * Reads the manifest and checks its signature and keys. Without a readable one nothing else can be checked. A former key
 * that is trusted leads to the present one, by what each signed of the next.
 */
export async function openManifest(
  text: string,
  trustedKey: string | undefined,
): Promise<OpenedManifest> {
  const manifest = parseManifest(text);
  const keys = manifest && (await keysIn(manifest));
  const present = keys?.at(-1);
  if (!manifest || !keys || !present) {
    return { findings: [{ about: 'manifest', says: UNREADABLE }] };
  }
  const findings: AuditFinding[] = [];
  const names = [...(manifest.former_keys ?? []), manifest].map((key) => key.public_multikey);
  if (trustedKey !== undefined && !names.includes(trustedKey)) {
    findings.push({ about: 'key', says: FOREIGN_KEY });
  }
  const areHandedOver = handoversIn(manifest).every(({ text, signature }, index) =>
    verifySignature(keys[index]?.publicKey ?? present.publicKey, text, signature),
  );
  if (!areHandedOver) findings.push({ about: 'key', says: NOT_HANDED_OVER });
  if (!(manifest.signer_handovers ?? []).every(isHandedOver)) {
    findings.push({ about: 'key', says: SIGNER_NOT_HANDED_OVER });
  }
  const { signature, ...unsigned } = manifest;
  const bytes = manifestBytes(unsigned);
  if (!verifySignature(present.publicKey, bytes, Buffer.from(signature, 'base64'))) {
    findings.push({ about: 'manifest', says: FORGED });
  }
  return { manifest, keys, findings };
}

function parseManifest(text: string): Manifest | undefined {
  try {
    const found = JSON.parse(text) as Manifest;
    const sound =
      found.format === FORMAT &&
      typeof found.origin === 'string' &&
      typeof found.public_multikey === 'string' &&
      typeof found.signature === 'string' &&
      Number.isSafeInteger(found.entries) &&
      Array.isArray(found.checkpoints) &&
      found.checkpoints.every((size) => Number.isSafeInteger(size) && size >= 0) &&
      areFormerKeys(found.former_keys ?? []) &&
      areSignersRules(found.signers ?? []) &&
      areSignerHandovers(found.signer_handovers ?? []) &&
      typeof found.sha256 === 'object';
    return sound ? found : undefined;
  } catch {
    return undefined;
  }
}

/** In the order in which they signed: none twice, each at least as far as the one before. */
function areFormerKeys(found: unknown): boolean {
  if (!Array.isArray(found)) return false;
  const keys = found as Partial<ExportedKey>[];
  return keys.every(
    ({ public_multikey, until, ended_at, handover }, index) =>
      typeof public_multikey === 'string' &&
      keys.findIndex((other) => other.public_multikey === public_multikey) === index &&
      Number.isSafeInteger(until) &&
      Number(until) >= (keys[index - 1]?.until ?? 0) &&
      typeof ended_at === 'string' &&
      !Number.isNaN(Date.parse(ended_at)) &&
      typeof handover === 'string',
  );
}

/** The former ones and the present one, in the order in which they signed. */
async function keysIn(manifest: Manifest): Promise<LedgerKey[] | undefined> {
  const told = [
    ...(manifest.former_keys ?? []),
    { public_multikey: manifest.public_multikey, until: Number.POSITIVE_INFINITY },
  ];
  const keys: LedgerKey[] = [];
  for (const { public_multikey, until } of told) {
    const publicKey = await knownKey(public_multikey);
    if (!publicKey) return undefined;
    keys.push({ publicKey, until });
  }
  return keys;
}

async function knownKey(multikey: string): Promise<Uint8Array | undefined> {
  try {
    return await publicKeyOfMultikey(multikey);
  } catch {
    return undefined;
  }
}

const UNREADABLE = {
  zh: 'manifest.json 无法识别：不是本格式的导出，或已损坏。',
  en: 'manifest.json cannot be read: not an export of this format, or damaged.',
};
const NOT_HANDED_OVER = {
  zh: '清单列出的旧密钥没有为继任者签字：密钥更换无法证实。',
  en: 'A former key in the manifest has not signed for its successor: the change of keys is not proven.',
};
const SIGNER_NOT_HANDED_OVER = {
  zh: '清单列出的联署方旧密钥没有为继任者签字：联署密钥的更换无法证实。',
  en: 'A signer’s former key in the manifest has not signed for its successor: that change of keys is not proven.',
};
const FOREIGN_KEY = {
  zh: '导出所用的签名公钥不是您给出的区级公钥。',
  en: 'The export is signed with another key than the district’s key that you gave.',
};
const FORGED = {
  zh: 'manifest.json 的签名不成立：清单在导出之后被改过。',
  en: 'The signature of manifest.json does not hold: it was changed after the export.',
};
