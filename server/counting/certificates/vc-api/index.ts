/**
 * Endpoints in the shape of the W3C's VC-API, so that the W3C's own suites can be run against our canonicalisation,
 * proofs and status lists. Off unless switched on, and then for clients with the scope `credentials.operate`.
 *
 * May touch: the certificates' credential and status lists, the keys; no table.
 */
export { vcApiRoutes } from './routes.ts';
