/** Answers are told to the host so many at a time: among fewer, one is guessed. */
export const ANSWERS_TOLD_TOGETHER = 5;
/** Time to think it over. */
export const DAYS_TO_ANSWER = 14;
export const MOST_COMMENT_LETTERS = 500;
