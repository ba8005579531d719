/**
 * How often the same phone, person or network may do a thing. Counted in the database, so that several programs
 * that serve one district count together. May touch: its own table, which keeps keyed hashes only.
 */
export {
  forgive,
  giveBack,
  limited,
  look,
  sweepAllowances,
  take,
} from './allowances.ts';
export { guardPublicRoutes } from './guard-public-routes.ts';
export type { Allowance } from './limits.ts';
export { networkOf } from './network-of.ts';
