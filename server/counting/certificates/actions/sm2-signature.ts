import type { Who } from '../../../directory/index.ts';
import { type Call, type District, NotFound } from '../../../platform/index.ts';
import { type Sm2Keys, sm2KeysFromSeed } from '../../../platform/signing/index.ts';
import { credentialBytes, type SignedCertificate } from '../credential/index.ts';
import { signedCertificate } from './show-certificates.ts';

const made = new WeakMap<District, Sm2Keys>();

/** The district's SM2 keys, derived from its secret as the Ed25519 ones are; undefined where the plan does not ask for them. */
export function sm2KeysOf(district: District): Sm2Keys | undefined {
  if (!district.plan.sm2Signature) return undefined;
  const known = made.get(district);
  if (known) return known;
  const keys = sm2KeysFromSeed(district.sealing.key('sm2 signing key').export());
  made.set(district, keys);
  return keys;
}

/** Over the exact bytes that the credential's download and the paper's attachment have. */
export function sm2SignatureOf(
  district: District,
  certificate: SignedCertificate,
): Buffer | undefined {
  return sm2KeysOf(district)?.sign(credentialBytes(certificate));
}

/** The detached signature of a certificate, beside the one inside it. */
export async function showSm2Signature(
  district: District,
  who: Who,
  id: string,
  call: Call,
): Promise<Buffer> {
  const certificate = await signedCertificate(district, who, id, call);
  const signature = sm2SignatureOf(district, certificate);
  if (!signature) throw NotFound();
  return signature;
}
