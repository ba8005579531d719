/** The limits of this room, each with its reason. */

/** Names are read where they say what to do today: of a class, not of a whole school. */
export const MOST_TASKS_WITH_NAMES = 60;
/** As many as fit beside a figure on a phone. */
export const MOST_NAMES = 3;
