/**
 * What the house holds about a person, in their own hands: to see, to take along, to have corrected, to have erased
 * (Personal Information Protection Law, articles 44–47).
 *
 * May touch: its own table, and every room's door for what that room holds about people.
 */
export { carryOutErasures } from './actions/carry-out-erasures.ts';
export { privacyRoutes } from './routes.ts';
