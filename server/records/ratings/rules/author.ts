import { createHmac, type KeyObject } from 'node:crypto';

/**
 * Tells the answers of one event apart: the same person has the same token, and nobody finds the person by it
 * without both the key, which is not in the database, and the salt, which is thrown away.
 */
export function authorOf(
  key: KeyObject,
  { salt, activity, carer }: { salt: Uint8Array; activity: string; carer: string },
): Buffer {
  return createHmac('sha256', key).update(salt).update(`${activity} ${carer}`).digest();
}
