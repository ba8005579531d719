/** A family has a few children; a stranger who tries names does not get far. */
export const MOST_WAITING_A_CARER = 5;

/** A district has about 200 schools and kindergartens; the chooser takes them all. */
export const MOST_SCHOOLS = 2000;

/** Children of the same name whom the decider is offered. */
export const MOST_MATCHES = 10;
