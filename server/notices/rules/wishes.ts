import type { OutsideChannel, Urgency } from '../tables.ts';
import type { QuietHours } from './hours.ts';

/** How a person wants to be told. */
export interface Wishes {
  readonly pace: Urgency;
  readonly quiet: QuietHours;
  /** Minutes of the day in China. */
  readonly digestAt: number;
  readonly off: ReadonlySet<OutsideChannel>;
}

/** Of who has said nothing: in peace from 21:00 to 7:30, and once a day at 18:30. */
export const usualWishes: Wishes = {
  pace: 'daily',
  quiet: { from: 21 * 60, until: 7 * 60 + 30 },
  digestAt: 18 * 60 + 30,
  off: new Set(),
};
