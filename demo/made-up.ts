import type { Random } from './random.ts';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_DIGITS = '10X98765432';

/** A resident ID number (GB 11643) of nobody: division 999xxx is not assigned; the check digit is right. */
export function idNumber(random: Random, bornOn: string, gender: 1 | 2): string {
  const division = `999${String(random.whole(0, 999)).padStart(3, '0')}`;
  const serial = random.whole(0, 499) * 2 + (gender === 1 ? 1 : 0);
  return withCheckDigit(
    `${division}${bornOn.replaceAll('-', '')}${String(serial).padStart(3, '0')}`,
  );
}

/** Seventeen digits, and the eighteenth by which a slip of the pen is found (GB 11643). */
export function withCheckDigit(body: string): string {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(body[at]), 0);
  return `${body}${CHECK_DIGITS[sum % 11]}`;
}

/** A mobile number of nobody: 100 is not assigned. Counts up, so that no two share one by chance. */
export function phoneNumber(index: number): string {
  return `100${String(index).padStart(8, '0')}`;
}
