/**
 * Duties: who must do what, how often, and how far everyone is (2.2.1(3), 2.3.3, 2.3.5, 2.4.4, 3.1 …). A function of
 * facts, plan and day.
 *
 * May touch: its own tables, the facts, the plan; the directory for names and their version.
 */
import './store/tables.ts';

export { dutiesHoldings } from './about-person.ts';
export { dutiesCounter } from './count-duties.ts';
export { namesOfHolders } from './names-of-holders.ts';
export { openPeriods } from './open-periods.ts';
export { type DutyDifference, recountDuties } from './recount.ts';
export { OCCASION } from './rules/holders.ts';
export { listDoneByPlaces, type PlaceDone } from './store/places.ts';
export {
  type Finish,
  listEvidence,
  listFinishes,
  listKindsSeen,
  listTallies,
  type Tally,
} from './store/tallies.ts';
export {
  listTasks,
  quantitiesOf,
  type Standing,
  standings,
  type Task,
  type TaskAfter,
} from './store/tasks.ts';
export { taskToExcuse } from './task-to-excuse.ts';
export { versionsOf } from './versions-of.ts';
