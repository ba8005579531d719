/** A sentence or two; what is to be known of a family is not to be found here. */
export const LONGEST_WORDS = 300;
export const LONGEST_REASON = 300;
