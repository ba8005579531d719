import { doorTimes } from '../../activities/index.ts';

interface Event {
  readonly begins_at: Date;
  readonly ends_at: Date;
}

const CHINA_AHEAD_MILLISECONDS = 8 * 3_600_000;
const DAY_MILLISECONDS = 86_400_000;
const TICKS = /^[√✓✔vV对到是]+$|^(yes|y|x)$/i;
/** 14:02 as people and spreadsheets write it, a date before it or not. */
const CLOCK = /(?:^|[\sT])(\d{1,2})\s*[:：点时.h]\s*(\d{1,2})?/i;
const FOUR_DIGITS = /^(\d{2})(\d{2})$/;
/** A part of a day, as a spreadsheet holds a time that nobody formatted. */
const PART_OF_A_DAY = /^0?\.\d+$/;

/**
 * A time of the event's day from a cell: 14:02, 14：02, 2点05, 1402, a spreadsheet's own time; or a tick, which stands
 * for `tick`. Two o'clock at an event of the afternoon is 14:00. Undefined when the cell says no time of the door's.
 */
export function readTime(cell: string, event: Event, tick: Date): Date | undefined {
  const text = cell.trim();
  if (TICKS.test(text)) return tick;
  const minutes = minutesIn(text);
  if (minutes === undefined) return undefined;
  const { opens, closes } = doorTimes(event);
  const midnight =
    Math.floor((event.begins_at.getTime() + CHINA_AHEAD_MILLISECONDS) / DAY_MILLISECONDS) *
      DAY_MILLISECONDS -
    CHINA_AHEAD_MILLISECONDS;
  return [0, DAY_MILLISECONDS / 2]
    .map((later) => new Date(midnight + minutes * 60_000 + later))
    .find((at) => at >= opens && at <= closes);
}

function minutesIn(text: string): number | undefined {
  if (PART_OF_A_DAY.test(text)) return Math.round(Number(text) * 24 * 60);
  const [, hour, minute = '0'] = CLOCK.exec(text) ?? FOUR_DIGITS.exec(text) ?? [];
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59) return undefined;
  return Number(hour) * 60 + Number(minute);
}
