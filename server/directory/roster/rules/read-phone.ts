import { PHONE } from '../../phones.ts';

/** Eleven digits from the ways that rosters write a mobile number; undefined when it is none. */
export function readPhone(text: string): string | undefined {
  if (text.length === 11 && PHONE.test(text)) return text;
  const digits = text.replaceAll(/[\s()-]/g, '').replace(/^(\+|00)?86(?=1\d{10}$)/, '');
  return PHONE.test(digits) ? digits : undefined;
}
