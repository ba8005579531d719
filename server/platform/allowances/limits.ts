/** What anyone may ask without signing in. Windows begin with the first request and end `seconds` later. */

export interface Allowance {
  readonly name: string;
  readonly most: number;
  readonly seconds: number;
}

const MINUTE = 60;

/** A parents' evening of a thousand phones behind one address fits, six answers each; a copying program does not. */
export const PUBLIC_READS_BY_NETWORK: Allowance = {
  name: 'public-reads-by-network',
  most: 6000,
  seconds: 10 * MINUTE,
};

/** Rows that no window needs any more are removed this many at a time, by those who make new ones. */
export const ALLOWANCES_SWEPT_AT_ONCE = 20;

/** Requests whose allowances one transaction counts together. */
export const MOST_COUNTED_TOGETHER = 500;
