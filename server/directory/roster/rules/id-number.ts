/** Citizen identification numbers, GB 11643. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECK_LETTERS = '10X98765432';

/** First two digits of GB/T 2260, of residence permits (81–83), and 9 for permanent residents and made-up people. */
const DIVISIONS = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(
    ' ',
  ),
);

export type IdNumberFault =
  | 'id-number-length'
  | 'id-number-division'
  | 'id-number-birth-date'
  | 'id-number-check-digit';

/** The eighteenth character that the first seventeen digits ask for (GB 11643, MOD 11-2). */
export function checkLetterOf(digits: string): string {
  let sum = 0;
  for (let place = 0; place < 17; place += 1) {
    sum += (digits.charCodeAt(place) - 48) * (WEIGHTS[place] ?? 0);
  }
  return CHECK_LETTERS.charAt(sum % 11);
}

/** What is wrong with the number, or undefined when it is right. Expects it upper-cased and without spaces. */
export function faultOfIdNumber(idNumber: string): IdNumberFault | undefined {
  if (!/^\d{17}[\dX]$/.test(idNumber)) return 'id-number-length';
  if (idNumber.charCodeAt(0) !== 57 && !DIVISIONS.has(idNumber.slice(0, 2))) {
    return 'id-number-division';
  }
  if (!isDay(birthDateOf(idNumber))) return 'id-number-birth-date';
  if (checkLetterOf(idNumber) !== idNumber.charAt(17)) return 'id-number-check-digit';
  return undefined;
}

/** The date of birth that the number states, `YYYY-MM-DD`. */
export function birthDateOf(idNumber: string): string {
  return `${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}`;
}

/** GB/T 2261.1 by the seventeenth digit: odd is male. */
export function genderOf(idNumber: string): 1 | 2 {
  return idNumber.charCodeAt(16) % 2 === 1 ? 1 : 2;
}

function isDay(day: string): boolean {
  const year = Number(day.slice(0, 4));
  if (year < 1900 || year > 2100) return false;
  return dayExists(year, Number(day.slice(5, 7)), Number(day.slice(8, 10)));
}

/** Whether the calendar has that day. */
export function dayExists(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day <= (days[month - 1] ?? 0);
}
