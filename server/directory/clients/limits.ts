import type { Allowance } from '../../platform/index.ts';

/** A stolen token is of use until then; a system that asks all day fetches a hundred. */
export const TOKEN_SECONDS = 15 * 60;

/** Two programs of one house change over within a week, weekends included. */
export const FORMER_SECRET_DAYS = 7;

/** A district has a handful: admissions, the education bureau's platform, the city's. */
export const MOST_CLIENTS = 200;

/** The last calls that the desk shows of a client. */
export const MOST_CALLS_SHOWN = 50;

/** Tokens whose time is over are removed this many at a time, by those who fetch new ones. */
export const TOKENS_SWEPT_AT_ONCE = 100;

/** Of one network, good and bad tries alike: guessing 32 random bytes is hopeless, but it costs us work. */
export const TOKENS_BY_NETWORK: Allowance = {
  name: 'client-tokens-by-network',
  most: 120,
  seconds: 10 * 60,
};
