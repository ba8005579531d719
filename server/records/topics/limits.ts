/** An evening's salon has time for three or four; more than these to choose from is a questionnaire. */
export const MOST_TOPICS = 12;
/** Fits on one line of a phone, or two in large type. */
export const LONGEST_TOPIC = 40;
/** A proposal is a sentence, not a letter. */
export const LONGEST_PROPOSAL = 100;
export const LONGEST_REASON = 100;
/** What was left unanswered is offered again for two terms and the holidays between. */
export const DAYS_TOPICS_ARE_KEPT = 300;
export const MOST_KEPT_SHOWN = 8;
