/** The limits of this room, each with its reason. */

/** An event of more than a day is several events. */
export const MOST_HOURS_AN_ACTIVITY = 24;
export const MOST_HOUSEHOLDS = 100_000;
export const MOST_AUDIENCE = 50;
/** A carer with more children than this signs up twice. */
export const MOST_CHILDREN_A_SIGN_UP = 10;

/** Doors open and close around the event: families come early and stay to talk. */
export const MINUTES_DOORS_OPEN_BEFORE = 120;
export const MINUTES_DOORS_CLOSE_AFTER = 120;

/** Presence counts from a little before the beginning: clocks differ, and queues at the door are not their fault. */
export const TOLERANCE_MINUTES = 10;
/** A second scan sooner than this is a nervous finger, later it is the exit. */
export const MINUTES_BEFORE_A_SCAN_IS_AN_EXIT = 2;

/** The code on the hall's screen changes this often … */
export const HALL_CODE_SECONDS = 15;
/** … and stays good for the two changes that follow: time to type it, too short to forward a picture. */
export const HALL_CODES_ACCEPTED = 3;
/** 32^8 codes: guessing one within its 45 seconds is hopeless. */
export const HALL_CODE_LETTERS = 8;

/** The code on a carer's phone changes this often: a picture of one is worth nothing soon after … */
export const PASS_STEP_SECONDS = 60;
/** … and this many steps to either side are accepted: two phones' clocks differ by some seconds, queues take time. */
export const PASS_STEPS_ACCEPTED = 2;
/** Letters of a pass with the longest name in Chinese, and some room. */
export const LONGEST_PASS = 400;
/** From which key passes are signed. */
export const PASS_KEY = 'activity pass';
/** Signs of a name that a pass shows: more would make the code too fine for an old camera. */
export const LONGEST_NAME_ON_A_PASS = 12;

/** One transaction of a rush of check-ins: large enough to be cheap, small enough that nobody waits for it. */
export const MOST_SCANS_A_BATCH = 500;
/** While one batch reads and another writes, a third waits for its commit to reach the disk. */
export const LANES_OF_SCANS = 3;

/** One transaction of a rush of sign-ups to one activity; the others wait for its lock meanwhile. */
export const MOST_SIGN_UPS_A_BATCH = 250;
/** Told to who signs up: more than these say no more. */
export const MOST_CLASHES_OF_A_CARER = 5;

/** What the host asks at sign-up: more than this is a questionnaire, and nobody signs up. */
export const MOST_QUESTIONS = 8;
export const MOST_CHOICES = 12;
export const MOST_ANSWER_VALUES = 12;
/** Characters of a written answer: allergies and a wish, not a letter. */
export const LONGEST_ANSWER = 300;
/** How many of one family come. */
export const MOST_PEOPLE_COUNTED = 20;

/** After the end of an event what families answered is deleted. */
export const DAYS_ANSWERS_ARE_KEPT = 30;
/** Questions in one round of the background; the next round is half a second later. */
export const MOST_FORGOTTEN_A_ROUND = 50;

/** Dates of one programme: twice a week through a term and the holidays after it. */
export const MOST_DATES = 60;
/** Of a district's desk: some programmes a school and term. */
export const MOST_PROGRAMMES_SHOWN = 500;

/** An offer lasts this long at most: who looks at the phone twice a day sees it … */
export const HOURS_AN_OFFER_LASTS = 12;
/** … and ends by day, so that nobody sleeps through it. Hours of China. */
export const HOUR_OFFERS_MAY_END_FROM = 9;
export const HOUR_OFFERS_MAY_END_UNTIL = 21;
/** So late nobody is asked any more: the place is theirs, and they are told. */
export const HOURS_BEFORE_WITHOUT_ASKING = 6;
/** By then every place is somebody's: doors open. */
export const LAST_HOURS_WITHOUT_OFFERS = 2;
/** Activities whose offers lapse in one round of the background; the next round is half a second later. */
export const MOST_LAPSES_A_ROUND = 50;

/** Once a week through a term and the holidays after it. */
export const MOST_COPIES_AT_ONCE = 30;
/** Before publishing: more than these say no more. */
export const MOST_CLASHES_SHOWN = 10;

/** A school of three thousand has sixty classes; slots of a month of counselling are fewer. */
export const MOST_SESSIONS_AT_ONCE = 60;
export const MOST_SESSIONS = 300;
export const LETTERS_OF_A_LABEL = 30;

/** Lists on phones: what is coming fits, and nobody scrolls further. */
export const MOST_COMING_SHOWN = 100;

/** What changes an event that begins within this time cannot wait for the evening's digest. */
export const HOURS_THAT_CANNOT_WAIT = 36;
