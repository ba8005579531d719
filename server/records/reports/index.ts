/**
 * Reports of what was done (2.2.1(3), 3.3), with photos, and what families consent to of pictures of their children.
 *
 * May touch: its own tables and files, and the doors of the activities, the notices and the directory. States no fact.
 */
export { reportsHoldings } from './about-person.ts';
export { reportsRoutes } from './routes.ts';
export { fileOf } from './rules/file-of.ts';
export { listReported } from './store/reports.ts';
