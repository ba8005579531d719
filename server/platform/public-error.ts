/**
 * What stops the program for a reason that its operator can mend: a port in use, a broken plan file.
 * `main.ts` prints the sentence alone, without a stack, and exits with a code other than 0.
 */
export class PublicError extends Error {
  override name = 'PublicError';
}
