import { NotAllowed, NotFound } from '../../platform/index.ts';
import type { Capability } from './matrix.ts';
import { holds, may, type Target, type Who } from './who.ts';

/**
 * The first line of every action. Refuses with "not allowed" when the person lacks the capability, and with
 * "not found" when they have it, but not here: whether something exists elsewhere is nobody's business.
 */
export function requireMay(who: Who, capability: Capability, target: Target): void {
  if (may(who, capability, target)) return;
  throw holds(who, capability) ? NotFound() : NotAllowed();
}
