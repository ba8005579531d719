/** What was done is said in a few sentences. */
export const LONGEST_AWARD_REASON = 500;
/** A school's deeds of a month; a longer list is several sheets. */
export const MOST_AWARDS_A_SHEET = 300;
export const MOST_AWARD_EVIDENCE = 5;
/** Half a day of minutes, or a few times: more is entered by day. */
export const MOST_MINUTES_A_DEED = 720;
export const MOST_TIMES_A_DEED = 5;
