/** Full-width forms, no-break and ideographic spaces, marks that nobody sees. */
const UNUSUAL =
  /[\u00a0\u1680\u2000-\u200f\u2028-\u202f\u205f\u2060\u3000\ufeff\uff01-\uff5e\t\r\n]/;
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g;
const SPACES = /[\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\t\r\n]+/g;
const FULL_WIDTH = /[\uff01-\uff5e]/g;

/**
 * The text as it was meant: full-width digits and letters made half-width, every kind of space made one plain
 * space, marks that cannot be seen (and could reverse what is shown) removed, ends trimmed.
 */
export function normaliseText(text: string): string {
  const trimmed = text.trim();
  if (!UNUSUAL.test(trimmed)) return trimmed;
  return trimmed
    .replace(INVISIBLE, '')
    .replace(SPACES, ' ')
    .replace(FULL_WIDTH, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))
    .trim();
}

const CHINESE_AROUND_SPACE = /(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu;

/** A person's name. Spaces that align two-character Chinese names (张　伟) are no part of the name. */
export function normaliseName(text: string): string {
  const plain = normaliseText(text);
  return plain.includes(' ') ? plain.replace(CHINESE_AROUND_SPACE, '').replace(/ +/g, ' ') : plain;
}

/** Whether Excel has written a long number in scientific notation, so that its last digits are lost. */
export function hasLostDigits(text: string): boolean {
  return /^\d(\.\d+)?E\+?\d+$/i.test(text);
}
