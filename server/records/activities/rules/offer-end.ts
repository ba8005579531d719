import {
  HOUR_OFFERS_MAY_END_FROM,
  HOUR_OFFERS_MAY_END_UNTIL,
  HOURS_AN_OFFER_LASTS,
  HOURS_BEFORE_WITHOUT_ASKING,
  LAST_HOURS_WITHOUT_OFFERS,
} from '../limits.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const CHINA_OFFSET_MS = 8 * HOUR_MS;

/**
 * Until when a place that has come free is kept for a household that waits; null when there is no time left to ask,
 * and the place is simply theirs. Half of the time that is left, half a day at most; an offer does not end in the
 * night, when people sleep, unless the event is on the next morning.
 */
export function offerEnd(at: Date, beginsAt: Date): Date | null {
  const left = beginsAt.getTime() - at.getTime();
  if (left < HOURS_BEFORE_WITHOUT_ASKING * HOUR_MS) return null;
  const wished = at.getTime() + Math.min(HOURS_AN_OFFER_LASTS * HOUR_MS, left / 2);
  const latest = beginsAt.getTime() - LAST_HOURS_WITHOUT_OFFERS * HOUR_MS;
  return new Date(Math.min(afterTheNight(wished), latest));
}

function afterTheNight(instant: number): number {
  const midnight = Math.floor((instant + CHINA_OFFSET_MS) / DAY_MS) * DAY_MS - CHINA_OFFSET_MS;
  const morning = midnight + HOUR_OFFERS_MAY_END_FROM * HOUR_MS;
  if (instant < morning) return morning;
  return instant <= midnight + HOUR_OFFERS_MAY_END_UNTIL * HOUR_MS ? instant : morning + DAY_MS;
}
