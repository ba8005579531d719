import { hash, verify } from '@node-rs/argon2';
import { PASSWORD_LETTERS } from './limits.ts';

/** argon2id with 19 MiB and two passes, the library's and OWASP's defaults: about 30 ms. */
export function hashPassword(password: string): Promise<string> {
  return hash(prepared(password));
}

let nobodysHash: Promise<string> | undefined;

/** Takes as long for an account that does not exist as for one that does. */
export async function isPassword(kept: string | undefined, password: string): Promise<boolean> {
  nobodysHash ??= hashPassword('nobody has this password');
  const right = await verify(kept ?? (await nobodysHash), prepared(password));
  return right && kept !== undefined;
}

/** Two keyboards may write the same letters in different bytes. */
function prepared(password: string): string {
  return password.normalize('NFKC');
}

const FEWEST_DIFFERENT_LETTERS = 5;

/** Length is what counts; `personal` are words that a guesser would try first. */
export function isWeakPassword(password: string, personal: readonly string[]): boolean {
  const letters = [...prepared(password)];
  if (letters.length < PASSWORD_LETTERS.least) return true;
  if (new Set(letters).size < FEWEST_DIFFERENT_LETTERS) return true;
  const small = prepared(password).toLowerCase();
  return personal.some((word) => word.length > 3 && small.includes(word.toLowerCase()));
}
