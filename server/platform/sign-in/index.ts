/**
 * The door: codes by phone, passwords, authenticators, sessions, and their limits.
 *
 * May touch: its own tables and the platform. Who somebody is it asks `PeopleAtTheDoor`; what they may do is
 * decided elsewhere, from a session's person and strength.
 */
export { signInHoldings } from './about-person.ts';
export { removeTotp } from './accounts.ts';
export { SESSION_COOKIE, setSessionCookie } from './cookie.ts';
export { deviceName } from './device-name.ts';
export type { Session } from './find-session.ts';
export { guardOrigin } from './guard-origin.ts';
export type { PeopleAtTheDoor, SignInPerson } from './people.ts';
export { countPersonas, listPersonas, type Persona, setPersonas } from './personas.ts';
export { sessionOf } from './request-session.ts';
export { readCookies, type SignInOptions, signInRoutes } from './routes.ts';
export { openSession } from './sessions.ts';
export type { PersonKind, Strength } from './tables.ts';
