/**
 * Deeds that no event records (2.4.1, other ways): entered by staff with evidence, confirmed by a second person, and
 * where a sheet brought many, sampled for the district's review.
 *
 * May touch: its own tables and files, and the doors of the facts, the notices, the directory and the plan.
 */
export { awardsHoldings } from './about-person.ts';
export { awardsRoutes } from './routes.ts';
export { fileOf } from './rules/file-of.ts';
