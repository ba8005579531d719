/**
 * Rosters that are uploaded on the desk: kept, previewed in the background, applied when confirmed.
 *
 * May touch: its own table, the roster's door, the access matrix.
 */
export { rosterImportRoutes } from './routes.ts';
