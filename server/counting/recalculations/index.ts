/**
 * Recalculations (2.4.1): deeds of the past counted anew by another wording of the rules, as the district orders it.
 *
 * May touch: its own tables; the plan; and the doors of facts (which it restates), points, notices and the directory.
 */
export { recalculationsHoldings } from './about-person.ts';
export { carryOn } from './carry-on.ts';
export { recalculationsRoutes } from './routes.ts';
