import { dayExists } from './id-number.ts';

/** Excel counts days from 1899-12-30; 1950 to 2100 is what a roster can mean. */
const EXCEL_EPOCH_MS = Date.UTC(1899, 11, 30);
const FIRST_SERIAL = 18_264;
const LAST_SERIAL = 73_415;
const DAY_MS = 86_400_000;

const YEAR_FIRST = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?(?:[T ].*)?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const MONTH_FIRST = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?: .*)?$/;

/**
 * A day as `YYYY-MM-DD` from the ways that rosters write it: 2018-09-01, 2018/9/1, 2018.9.1, 2018年9月1日,
 * 20180901, an Excel serial number; also 9/1/2018 where the format says so (School Data Sync). Undefined when
 * it is no day.
 */
export function readDay(text: string, monthFirst = false): string | undefined {
  if (text.length === 10 && text.charCodeAt(4) === 45 && text.charCodeAt(7) === 45) {
    return madeOf(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10)));
  }
  const yearFirst = YEAR_FIRST.exec(text) ?? COMPACT.exec(text);
  if (yearFirst) return madeOf(Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3]));
  if (monthFirst) {
    const found = MONTH_FIRST.exec(text);
    if (found) return madeOf(Number(found[3]), Number(found[1]), Number(found[2]));
  }
  if (/^\d{5}(\.\d+)?$/.test(text)) return dayOfSerial(Number(text));
  return undefined;
}

/** The day of an Excel serial number; undefined outside 1950 to 2100. */
export function dayOfSerial(serial: number): string | undefined {
  if (serial < FIRST_SERIAL || serial > LAST_SERIAL) return undefined;
  return new Date(EXCEL_EPOCH_MS + Math.floor(serial) * DAY_MS).toISOString().slice(0, 10);
}

/** The day of a date cell, whose clock is UTC. */
export function dayOfDate(date: Date): string {
  return date.toISOString().slice(0, 10);
}

function madeOf(year: number, month: number, day: number): string | undefined {
  if (!(year >= 1900 && year <= 2100) || !dayExists(year, month, day)) return undefined;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
