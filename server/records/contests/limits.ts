/** A case is told in a few sentences; what shows it is attached. */
export const LONGEST_WORDS = 1000;
/** The family reads all of it on a phone. */
export const LONGEST_DECISION = 1000;
/** At once of one carer: somebody who finds more has a talk to have, not a form to fill in. */
export const MOST_OPEN_A_CARER = 20;
export const MOST_EVIDENCE = 5;
/** From here on a deadline is amber. */
export const HOURS_DUE_SOON = 48;
/** Those whose time has passed are moved on in turns. */
export const MOST_PASSED_A_ROUND = 200;
