/**
 * How far everyone is: the boards of duties, and the way from a figure to the records behind it. May touch: the doors of
 * the duties, the facts, the plan and the directory; no table.
 */
export { dutyBoardRoutes } from './routes.ts';
