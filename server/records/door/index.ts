/**
 * The door of an event when the simple way fails (2.2.1, 2.2.4): phones that scan without network, what they bring
 * back and what of it a person must decide.
 *
 * May touch: its own tables and the activities' door, which alone writes attendance; the directory for names.
 */
export { doorRoutes } from './routes.ts';
