/**
 * Excuses of duties (2.3.3, 3.1): that a task is not asked for, of whom and why, asked by one person and decided by
 * another above them. Approved, it is a fact; nobody types a figure.
 *
 * May touch: its own table, and the doors of the facts, the notices, the directory and the plan. Duties are counted:
 * whoever registers its routes tells of them.
 */
export { excusesHoldings } from './about-person.ts';
export { askExcuse } from './actions/ask-excuse.ts';
export { decideExcuse } from './actions/decide-excuse.ts';
export { excusesRoutes } from './routes.ts';
export { excusesTold } from './store.ts';
