/**
 * Programs of other houses: an admissions system that verifies certificates. The district lets each in by name, with
 * scopes, and shuts it out again; OAuth 2.0 client credentials say which one asks.
 *
 * May touch: its own tables, and people for the name of who registered one.
 */
export { clientBehind } from './client-behind.ts';
export { recordClientCall } from './record-call.ts';
export { clientsRoutes } from './routes.ts';
