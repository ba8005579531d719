import type { District, Sealing } from '../../../platform/index.ts';
import { type SigningKeys, signingKeysFromSeed } from '../../../platform/signing/index.ts';

const made = new WeakMap<Sealing, Promise<SigningKeys>>();

/** Signs what is issued here, and nothing else: a did:key that no district's certificates name. */
export function trialKeys({ sealing }: District): Promise<SigningKeys> {
  const known = made.get(sealing);
  if (known) return known;
  const keys = signingKeysFromSeed(sealing.key('vc-api signing key').export(), { method: 'key' });
  made.set(sealing, keys);
  return keys;
}
