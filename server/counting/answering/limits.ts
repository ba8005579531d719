/** The limits of this room, each with its reason. */

/** Names are read where they say what to do today: of a class, not of a whole school. */
export const MOST_TASKS_WITH_NAMES = 60;
/** As many as fit beside a figure on a phone. */
export const MOST_NAMES = 3;

const HOUR_MS = 3_600_000;

/** Reminders are told from eight in the morning in China: people have begun to work, and may still do it today. */
export const MORNING_MS = 8 * HOUR_MS;
/** After long holidays, or a program that stood still, what is older than this is no news. */
export const DAYS_A_STEP_WAITS = 14;
/** What is longer past than this is told no more, and what was told of it falls silent. */
export const DAYS_WATCHED = 60;
