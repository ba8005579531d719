const NUMERALS = '零一二三四五六七八九十';

/**
 * The name of a class within its grade, so that 1, 1班, 一班, (1)班 and 三年级(1)班 are the same: `1班`. A class
 * with a name of its own (向日葵班) keeps it.
 */
export function readClassName(text: string): string {
  const bare = text
    .replaceAll(/[()()\s]/g, '')
    .replace(/^(?:[一二三四五六七八九]|初[一二三]|高[一二三])年?级/, '');
  const numbered = /^(\d{1,2}|[一二三四五六七八九十]{1,3})班?$/.exec(bare);
  if (!numbered) return bare === '' ? text : bare;
  return `${numberOf(numbered[1] ?? '')}班`;
}

/** The name that people know a class by: a number says nothing without its grade. */
export function fullClassName(grade: string, name: string): string {
  return /^\d+班$/.test(name) ? `${grade}${name}` : name;
}

function numberOf(text: string): number {
  if (/^\d/.test(text)) return Number(text);
  const [tens = '', ones = ''] = text.includes('十') ? text.split('十') : ['0', text];
  const ten = tens === '0' ? 0 : tens === '' ? 1 : NUMERALS.indexOf(tens);
  return ten * 10 + (ones === '' ? 0 : NUMERALS.indexOf(ones));
}
