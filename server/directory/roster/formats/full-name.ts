const HAN = /\p{Script=Han}/u;

/** A full name from its parts: 王小满 for Chinese, Emily Wang for Latin names; one part may hold it all. */
export function fullName(family: string, given: string, middle = ''): string {
  if (HAN.test(family + given)) return `${family}${middle}${given}`;
  return [given, middle, family].filter((part) => part !== '').join(' ');
}
