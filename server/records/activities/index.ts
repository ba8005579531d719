/**
 * Activities (2.2.1, 2.2.4): what people come to. Drafting, publishing, signing families up, checking people in
 * and out, putting it right. When somebody has truly been there, it states the fact.
 *
 * May touch: its own tables, the plan's, the facts', the directory's and the notices' doors. Knows nothing of points or
 * duties: what an activity would earn is told to it by whoever registers its routes.
 */

export { activitiesHoldings } from './about-person.ts';
export { addsTo, admitLate, type LateWitness } from './actions/admit-late.ts';
export { admitExpected } from './actions/admit-walk-in.ts';
export { browseRegistrations } from './actions/browse-registrations.ts';
export { type Found, type PutRight, putRight } from './actions/put-right.ts';
export { type RecordBehind, recordBehind, withCorrections } from './chain.ts';
export {
  hasPlacesToCome,
  listComingActivities,
  listTodaysOf,
  type TodaysActivity,
} from './coming.ts';
export {
  type Announced,
  type DatedActivity,
  findPublic,
  listAnnounced,
  listDatesOf,
  type StandOfDates,
  standOfAnnounced,
  standOfDatesOf,
} from './dates.ts';
export type { ActivitiesOptions } from './door-options.ts';
export {
  type HostedActivity,
  listHeldBefore,
  listHosted,
  listOccupied,
  listOffered,
  type Occupied,
} from './for-hosts.ts';
export { forgetAnswers } from './forget-answers.ts';
export {
  decideScans,
  hasCome,
  lookAtScans,
  recordScansWithin,
  type Scan,
  type ScanOutcome,
  writeScans,
} from './gather-check-ins.ts';
export { lapseOffers } from './lapse-offers.ts';
export {
  LANES_OF_SCANS,
  LONGEST_PASS,
  MOST_SCANS_A_BATCH,
  PASS_KEY,
  PASS_STEP_SECONDS,
  PASS_STEPS_ACCEPTED,
} from './limits.ts';
export { listPresent, type Present, wasPresent } from './present.ts';
export { HallCodeStale, NotRegistered } from './refusals.ts';
export { requireState } from './require-state.ts';
export { activitiesRoutes } from './routes.ts';
export { isInvited as fitsAudience, shareFamilies } from './rules/audience.ts';
export { factOf } from './rules/fact-of-attendance.ts';
export { ageOfHallCode } from './rules/hall-code.ts';
export { placesLeft } from './rules/household.ts';
export { isFresh, publicKeyOfPasses, readPass, type ShownPass } from './rules/pass.ts';
export { type Direction, doorTimes } from './rules/presence.ts';
export { type DeedToCome, deedToCome, summaryOf } from './rules/show-fields.ts';
export { CheckedIn } from './shapes.ts';
export { type ActivityState, activityStates, activityStateTable } from './states.ts';
export { findActivities, getActivity, titlesOfActivities } from './store/activities.ts';
export { attendancesOf, isTaken, whoCame } from './store/attendances.ts';
export { type Comer, listComers } from './store/comers.ts';
export { findOwnPart, type OwnPart } from './store/named-parts.ts';
export { listSessions } from './store/sessions.ts';
export {
  type HeldEvent,
  listHeldEvents,
  listHostsAtMost,
  listLongDays,
  listOverlapping,
  listStays,
  type Stay,
} from './store/unlikely.ts';
export type { Activity, Attendance } from './tables.ts';
export { getSeen } from './who-sees.ts';
