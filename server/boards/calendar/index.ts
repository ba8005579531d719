/**
 * Calendar feeds (iCalendar, RFC 5545): what a person signed up for, by a secret address; what a school or the
 * district invites anyone to. May touch: the doors of what is recorded; no table of its own.
 */
export { calendarRoutes } from './routes.ts';
