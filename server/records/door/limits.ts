/** The limits of this room, each with its reason. */

/** Scans in one upload: one transaction, under a second. A phone with more sends several. */
export const MOST_SCANS_AN_UPLOAD = 200;
/** A phone's clock that is further off than this cannot be corrected by what it measured: a person looks. */
export const MOST_CLOCK_DRIFT_SECONDS = 120;
/** Refused again sooner than this, somebody has held up the same phone once more: one conflict. */
export const MINUTES_BEFORE_A_REFUSAL_IS_NEWS = 2;
/** Decisions at once: one for each, each in a transaction of its own. */
export const MOST_DECISIONS_AT_ONCE = 100;
/** The latest ones; whoever has more looks at the event itself. */
export const MOST_HINTS_SHOWN = 100;
/** A hall's sheet; all rows are one transaction, some milliseconds each. */
export const MOST_PAPER_ROWS = 1000;
