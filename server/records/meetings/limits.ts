/** A talk of a working day would be a mistake of typing. */
export const MOST_MINUTES_OF_A_TALK = 480;
