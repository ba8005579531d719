import { createHmac, type KeyObject, timingSafeEqual } from 'node:crypto';
import { HALL_CODE_LETTERS, HALL_CODE_SECONDS, HALL_CODES_ACCEPTED } from '../limits.ts';
import { asTyped, toLetters } from './letters.ts';

export interface HallCode {
  readonly code: string;
  /** When it is no longer accepted. */
  readonly validUntil: Date;
  readonly nextInMilliseconds: number;
}

const WINDOW_MILLISECONDS = HALL_CODE_SECONDS * 1000;

/** The code that the hall's screen shows now: bound to the event and to the quarter of a minute. */
export function hallCodeAt(key: KeyObject, activity: string, at: Date): HallCode {
  const window = windowOf(at);
  return {
    code: codeOf(key, activity, window),
    validUntil: new Date((window + HALL_CODES_ACCEPTED) * WINDOW_MILLISECONDS),
    nextInMilliseconds: (window + 1) * WINDOW_MILLISECONDS - at.getTime(),
  };
}

/** Seconds since the screen began to show the code; undefined: it is not the screen's, or older than accepted. */
export function ageOfHallCode(
  key: KeyObject,
  activity: string,
  typed: string,
  at: Date,
): number | undefined {
  const given = Buffer.from(asTyped(typed));
  const window = windowOf(at);
  for (let back = 0; back < HALL_CODES_ACCEPTED; back += 1) {
    const code = Buffer.from(codeOf(key, activity, window - back));
    if (code.length !== given.length || !timingSafeEqual(code, given)) continue;
    return Math.floor((at.getTime() - (window - back) * WINDOW_MILLISECONDS) / 1000);
  }
  return undefined;
}

function windowOf(at: Date): number {
  return Math.floor(at.getTime() / WINDOW_MILLISECONDS);
}

/** In a rush thousands ask for the codes of the same few quarters of a minute. */
const codesOfKey = new WeakMap<KeyObject, Map<string, string>>();
const MOST_REMEMBERED = 1000;

function codeOf(key: KeyObject, activity: string, window: number): string {
  const codes = codesOfKey.get(key) ?? new Map<string, string>();
  codesOfKey.set(key, codes);
  const bound = `${activity} ${window}`;
  const known = codes.get(bound);
  if (known) return known;
  if (codes.size >= MOST_REMEMBERED) codes.clear();
  const mac = createHmac('sha256', key).update(bound).digest();
  const code = toLetters(mac).slice(0, HALL_CODE_LETTERS);
  codes.set(bound, code);
  return code;
}
