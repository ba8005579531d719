import type { RefusalField } from '../../../platform/index.ts';
import { MOST_SESSIONS_AT_ONCE } from '../limits.ts';
import type { Activity } from '../tables.ts';

const MINUTE = 60_000;

/** What a session is called: by the whole, and by what tells it from its sisters. */
export function titleOfSession(title: string, label: string): string {
  return label === '' ? title : `${title} · ${label}`;
}

export interface Slots {
  readonly from: Date;
  readonly until: Date;
  /** Length of each. */
  readonly minutes: number;
  /** Between two. */
  readonly pause: number;
}

export interface Slot {
  readonly begins_at: Date;
  readonly ends_at: Date;
}

/** The slots that fit between two instants, one after the other; what does not fit whole is left out. */
export function slotsBetween({ from, until, minutes, pause }: Slots): Slot[] {
  const slots: Slot[] = [];
  let begins = from.getTime();
  while (begins + minutes * MINUTE <= until.getTime() && slots.length <= MOST_SESSIONS_AT_ONCE) {
    const ends = begins + minutes * MINUTE;
    slots.push({ begins_at: new Date(begins), ends_at: new Date(ends) });
    begins = ends + pause * MINUTE;
  }
  return slots;
}

/** Why these slots cannot be: none fits, or more than anybody looks through. */
export function checkSlots(slots: readonly Slot[]): RefusalField[] {
  if (slots.length === 0) {
    const zh = '从开始到结束放不下一个时段，请放长时间或缩短时段';
    const en = 'Not one fits: give more time, or make each shorter';
    return [{ field: 'until', reason: { zh, en } }];
  }
  if (slots.length > MOST_SESSIONS_AT_ONCE) {
    const zh = `一次最多 ${MOST_SESSIONS_AT_ONCE} 个时段，请分几次生成`;
    const en = `At most ${MOST_SESSIONS_AT_ONCE} at once; make them in several goes`;
    return [{ field: 'until', reason: { zh, en } }];
  }
  return [];
}

/** When sign-up for a session closes: with the whole, or when the session begins. */
export function closesWithWhole(
  { registration_closes_at: closes }: Pick<Activity, 'registration_closes_at'>,
  begins: Date,
): Date | null {
  return closes && closes < begins ? closes : null;
}
