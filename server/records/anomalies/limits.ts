/** What somebody found is told in a few sentences. */
export const LONGEST_FINDING = 1000;
/** Of one kind in one search: more than that is a mistake in the records, not in people. */
export const MOST_ANOMALIES_OF_A_KIND = 2000;
/** Of a host's events the newest are shown; the share is of all. */
export const MOST_EVENTS_OF_A_HOST = 100;
