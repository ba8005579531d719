import { hash } from 'node:crypto';

export const SALT_BYTES = 32;

const DOMAIN = Buffer.from('gongyu-ledger-account/1\n');

/**
 * The name under which a carer stands in the ledger: base64url of SHA-256 over the domain, a salt of 32 bytes and
 * the 16 bytes of the carer's id. Whoever holds both can show whose account it is; once the salt is erased nobody can.
 * Throws a RangeError on a salt of another length or an id that is no UUID.
 */
export function accountOf(carer: string, salt: Uint8Array): string {
  const id = Buffer.from(carer.replaceAll('-', ''), 'hex');
  if (salt.length !== SALT_BYTES || id.length !== 16) {
    throw new RangeError('An account is made of a salt of 32 bytes and an id of 16.');
  }
  return hash('sha256', Buffer.concat([DOMAIN, salt, id]), 'base64url');
}
