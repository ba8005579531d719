/**
 * What people see at once: boards put together what rooms to their left have recorded and counted, for one
 * reader.
 *
 * May touch: every door, no table of its own. Nothing imports a board but the app.
 */
export { calendarRoutes } from './calendar/index.ts';
export { carerBoardRoutes } from './carer/index.ts';
export { dutyBoardRoutes } from './duties/index.ts';
export { hostBoardRoutes } from './host/index.ts';
export { publicBoardRoutes } from './public/index.ts';
