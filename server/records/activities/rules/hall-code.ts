import { createHmac, timingSafeEqual } from 'node:crypto';
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
export function hallCodeAt(key: Buffer, activity: string, at: Date): HallCode {
  const window = windowOf(at);
  return {
    code: codeOf(key, activity, window),
    validUntil: new Date((window + HALL_CODES_ACCEPTED) * WINDOW_MILLISECONDS),
    nextInMilliseconds: (window + 1) * WINDOW_MILLISECONDS - at.getTime(),
  };
}

/** Whether a typed code is the screen's, or one of the few that it showed just before. */
export function isHallCode(key: Buffer, activity: string, typed: string, at: Date): boolean {
  const given = Buffer.from(asTyped(typed));
  const window = windowOf(at);
  return Array.from({ length: HALL_CODES_ACCEPTED }, (_, back) =>
    Buffer.from(codeOf(key, activity, window - back)),
  ).some((code) => code.length === given.length && timingSafeEqual(code, given));
}

function windowOf(at: Date): number {
  return Math.floor(at.getTime() / WINDOW_MILLISECONDS);
}

function codeOf(key: Buffer, activity: string, window: number): string {
  const mac = createHmac('sha256', key).update(`${activity} ${window}`).digest();
  return toLetters(mac).slice(0, HALL_CODE_LETTERS);
}
