/** What a carer sees at once. May touch: the doors of what is recorded and counted; no table of its own. */
export { carerBoardRoutes } from './routes.ts';
