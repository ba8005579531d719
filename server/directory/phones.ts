import type { Sealing } from '../platform/index.ts';

/** A mainland mobile number; 100… is unassigned and used for made-up people. */
export const PHONE = /^1\d{10}$/;

/** The sealed form and the blind index of a phone, as `people` keeps them. */
export function sealedPhone(
  sealing: Sealing,
  phone: string,
): { phone_sealed: Buffer; phone_index: Buffer } {
  return {
    phone_sealed: sealing.seal('phone', phone),
    phone_index: sealing.blindIndex('phone', phone),
  };
}
