/** Who may do what: the matrix, who somebody is, and the one question that every action asks first. */

export { findWho, forgetWho } from './find-who.ts';
export {
  type Capability,
  capabilities,
  matrix,
  type PostRole,
  type Reach,
  type Role,
  roles,
} from './matrix.ts';
export { requireMay } from './require.ts';
export { clientIn, guardRoutes, whoIn } from './route-guard.ts';
export {
  type ClientAccess,
  clientAccesses,
  type KnownClient,
  type Scope,
  scopeNames,
  scopes,
} from './scopes.ts';
export {
  type HeldPost,
  heldCapabilities,
  holds,
  may,
  nobody,
  reachOf,
  readerOf,
  rolesOf,
  type SessionPerson,
  type Target,
  theProgram,
  type Who,
} from './who.ts';
