/** Every limit of the door, with its reason. Windows begin with the first try and end `seconds` later. */
import type { Allowance } from '../allowances/index.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A text message takes up to a minute; asking faster only costs the district money. */
export const CODES_A_MINUTE: Allowance = { name: 'codes-a-minute', most: 1, seconds: MINUTE };

/** A family of several people on one phone needs some; a stranger who plagues a phone gets no further. */
export const CODES_A_DAY: Allowance = { name: 'codes-a-day', most: 10, seconds: DAY };

/** A whole school behind one address on a parents' evening fits; a program that pumps messages does not. */
export const CODES_BY_ADDRESS: Allowance = {
  name: 'codes-by-address',
  most: 600,
  seconds: 10 * MINUTE,
};

/** With 10 codes a day of 5 tries each, a guesser has 50 in a million a day; the lock makes it slow as well. */
export const WRONG_CODES: Allowance = { name: 'wrong-codes', most: 10, seconds: HOUR };

/** One address that guesses at many phones. Honest halls mistype far less than they sign in. */
export const WRONG_CODES_BY_ADDRESS: Allowance = {
  name: 'wrong-codes-by-address',
  most: 200,
  seconds: 10 * MINUTE,
};

/** Five slips are human; the sixth waits a quarter of an hour, which leaves a guesser 480 a day. */
export const WRONG_PASSWORDS: Allowance = {
  name: 'wrong-passwords',
  most: 5,
  seconds: 15 * MINUTE,
};

/** Each try costs an argon2 hash: a staff room on Monday morning fits, a flood does not. */
export const PASSWORDS_BY_ADDRESS: Allowance = {
  name: 'passwords-by-address',
  most: 300,
  seconds: 10 * MINUTE,
};

/** Codes of an authenticator that is being set up, by a person who is signed in already. */
export const WRONG_TOTP: Allowance = { name: 'wrong-totp', most: 5, seconds: 15 * MINUTE };

/** How often a code may be tried before it is dead. */
export const TRIES_A_CODE = 5;

export const CODE_SECONDS = 5 * MINUTE;

/** For how long a session begun by a phone's code may set a forgotten password. */
export const PROVEN_PHONE_SECONDS = 30 * MINUTE;

/** Carers come back once a month: signing in each time would keep grandparents out. */
export const CODE_SESSION_SECONDS = 90 * DAY;

/** Teachers write up a visit on their own phone: a month. */
export const PASSWORD_SESSION_SECONDS = 30 * DAY;

/** Who sees a school's or a district's children signs in each working day. */
export const TOTP_SESSION_SECONDS = 12 * HOUR;

/** A person has a phone, a tablet, a computer; the oldest device beyond these is signed out. */
export const MOST_DEVICES = 20;

export const PASSWORD_LETTERS = { least: 10, most: 128 } as const;

/** Ended and expired rows are removed this many at a time, by those who make new ones. */
export const SWEPT_AT_ONCE = 20;

export const KEPT_AFTER_END_SECONDS = 30 * DAY;
