import { publicKeyOfMultikey, verifySignature } from '../../../platform/signing/index.ts';
import type { AuditFinding } from './audit-finding.ts';
import { FORMAT, type Manifest, manifestBytes } from './export-format.ts';

export type OpenedManifest =
  | { manifest: Manifest; publicKey: Uint8Array; findings: AuditFinding[] }
  | { manifest?: never; findings: AuditFinding[] };

/** Reads the manifest and checks its signature and key. Without a readable one nothing else can be checked. */
export async function openManifest(
  text: string,
  trustedKey: string | undefined,
): Promise<OpenedManifest> {
  const manifest = parseManifest(text);
  const publicKey = manifest && (await knownKey(manifest.public_multikey));
  if (!manifest || !publicKey) {
    return { findings: [{ about: 'manifest', says: UNREADABLE }] };
  }
  const findings: AuditFinding[] = [];
  if (trustedKey !== undefined && trustedKey !== manifest.public_multikey) {
    findings.push({ about: 'key', says: FOREIGN_KEY });
  }
  const { signature, ...unsigned } = manifest;
  const bytes = manifestBytes(unsigned);
  if (!verifySignature(publicKey, bytes, Buffer.from(signature, 'base64'))) {
    findings.push({ about: 'manifest', says: FORGED });
  }
  return { manifest, publicKey, findings };
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
      typeof found.sha256 === 'object';
    return sound ? found : undefined;
  } catch {
    return undefined;
  }
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
const FOREIGN_KEY = {
  zh: '导出所用的签名公钥不是您给出的区级公钥。',
  en: 'The export is signed with another key than the district’s key that you gave.',
};
const FORGED = {
  zh: 'manifest.json 的签名不成立：清单在导出之后被改过。',
  en: 'The signature of manifest.json does not hold: it was changed after the export.',
};
