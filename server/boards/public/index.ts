/** What anyone may read. May touch: the plan's door; no table and no person. */
export { publicBoardRoutes } from './routes.ts';
