/** How far this phone's clock is from the server's, as last measured; kept for a visit without network. */

const KEPT_AS = 'gongyu.clock';
/** More than this is said to the person. */
const WORTH_SAYING_MILLISECONDS = 120_000;

interface Measured {
  /** Milliseconds to add to the phone's clock. */
  readonly offset: number;
  /** The server's time that was measured by, so that an old answer out of a cache is known. */
  readonly serverTime: number;
}

function measured(): Measured {
  const kept = /^(-?\d+) (\d+)$/.exec(localStorage.getItem(KEPT_AS) ?? '');
  return { offset: Number(kept?.[1] ?? 0), serverTime: Number(kept?.[2] ?? 0) };
}

/** Milliseconds to add to the phone's clock; 0 before anything was measured. */
export function clockOffset(): number {
  return measured().offset;
}

/** The server's time as this phone knows it, in milliseconds. */
export function serverNow(): number {
  return Date.now() + clockOffset();
}

/** Measures: the server said its time somewhere between asking and answer. An old answer teaches nothing. */
export function learnClock(serverTime: string, askedAt: number, answeredAt: number): void {
  const said = Date.parse(serverTime);
  if (said <= measured().serverTime) return;
  const offset = Math.round(said - (askedAt + answeredAt) / 2);
  localStorage.setItem(KEPT_AS, `${offset} ${said}`);
}

/** Whole minutes by which the phone is ahead (positive) or behind, if it is worth saying. */
export function minutesOff(): number | undefined {
  const offset = clockOffset();
  return Math.abs(offset) > WORTH_SAYING_MILLISECONDS ? Math.round(-offset / 60_000) : undefined;
}
