/**
 * Parents' meetings that every family of a class is expected at (2.2.1(3)): who says that they cannot come, whom the
 * meeting reached, and the talk that makes up for it. Counting “every family once a year” is for whoever follows the facts.
 *
 * May touch: its own tables, the plan's, the facts', the directory's and the activities' doors.
 */
export { meetingsHoldings } from './about-person.ts';
export { meetingsRoutes } from './routes.ts';
