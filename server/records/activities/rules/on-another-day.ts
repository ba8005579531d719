import { dateInShanghai } from '../../../plan/index.ts';
import type { Schedule } from './check-schedule.ts';

/** The same schedule with its beginning on another day, `YYYY-MM-DD` in China; sign-up moves with it. */
export function onAnotherDay(schedule: Schedule, day: string): Schedule {
  return later(schedule, Date.parse(day) - Date.parse(dateInShanghai(schedule.begins_at)));
}

/** The same schedule, so many milliseconds later. */
export function later(schedule: Schedule, milliseconds: number): Schedule {
  const moved = (instant: Date) => new Date(instant.getTime() + milliseconds);
  const { registration_opens_at: opens, registration_closes_at: closes } = schedule;
  const { priority_until: until } = schedule;
  return {
    begins_at: moved(schedule.begins_at),
    ends_at: moved(schedule.ends_at),
    registration_opens_at: opens && moved(opens),
    registration_closes_at: closes && moved(closes),
    priority_until: until && moved(until),
  };
}
