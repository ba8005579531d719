/**
 * Reliefs (2.4.1): why less is asked of a family for its certificate: a carer's leave of absence or disability,
 * written by one member of staff, approved by a second.
 *
 * May touch: its own table, the directory's and the notices' doors. What a relief is worth is the plan's, and what
 * follows is for the certificates to decide.
 */
export { reliefsHoldings } from './about-person.ts';
export { reliefsRoutes } from './routes.ts';
export { shownRelief } from './rules/shown-relief.ts';
export { Relief } from './shapes.ts';
export {
  isAnyUncounted,
  listReliefsOfCarer,
  markCounted,
  relievedCarers,
  takeUncounted,
} from './store.ts';
