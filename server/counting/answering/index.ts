/**
 * From duties to people (3.1): who answers for what, their own list, reminders in time.
 *
 * May touch: its own table, the plan, the doors of the duties, the directory and the notices.
 */
export { listOwed } from './list-owed.ts';
export { remind } from './remind.ts';
export { answeringRoutes } from './routes.ts';
export { isOpen, type Owed, openOf } from './rules/owed.ts';
