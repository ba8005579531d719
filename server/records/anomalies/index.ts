/**
 * Records that look unlikely (2.4.1): two places at once, a day too long, one phone for many families, a host all of
 * whose presences are at the maximum. Found by the program once a day, looked into by people. A hint, never a verdict:
 * nothing is taken from anybody here.
 *
 * May touch: its own tables, and the doors of the activities, the hall's door, the directory and the plan.
 */
export { anomaliesHoldings } from './about-person.ts';
export { findAnomalies } from './actions/find-anomalies.ts';
export { anomaliesRoutes } from './routes.ts';
