/**
 * The board of those who arrange activities. May touch: the doors of the activities, their reports, the plan and the directory; no
 * table.
 */
export { hostBoardRoutes } from './routes.ts';
