/**
 * Families that no roster knows: a carer asks to be linked to a child, the school decides.
 *
 * May touch: the directory's tables, and the facts' door (a family linked or unlinked is a fact).
 */

export type { LinksOptions } from './door-options.ts';
export { linksRoutes } from './routes.ts';
export { listOpenGuardianships } from './store.ts';
