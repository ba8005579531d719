import { requireMay, type Who } from '../../../directory/index.ts';
import { stateFacts } from '../../../facts/index.ts';
import { activityKind, type Plan } from '../../../plan/index.ts';
import { type Call, type District, newId, type WriteTransaction } from '../../../platform/index.ts';
import { keepHeld } from '../held.ts';
import { requireState } from '../require-state.ts';
import { factOf } from '../rules/fact-of-attendance.ts';
import { type Direction, doorTimes, minutesAtEntry, minutesThatCount } from '../rules/presence.ts';
import { takeActivity } from '../store/activities.ts';
import {
  findStandings,
  insertEntries,
  moveEntry,
  pairKey,
  type Standing,
  settleAttendances,
  takeAttendances,
} from '../store/attendances.ts';
import type { Activity, Attendance, EntryMethod } from '../tables.ts';
import { seatWalkIn } from './admit-walk-in.ts';
import { correctWithin } from './correct-attendance.ts';

/** What a person vouches for afterwards: somebody was there, at about this time. */
export interface LateWitness {
  readonly activity: string;
  readonly carer: string;
  readonly at: Date;
  readonly direction?: Direction | undefined;
  /** When they left, if the same witness says so. */
  readonly left?: Date | undefined;
  readonly method: EntryMethod;
  readonly scanId?: string | undefined;
  /** Told to the carer when minutes that stood change. */
  readonly reason: string;
}

/**
 * The host's staff decide that somebody was there, though the program could not tell by itself. Who has no place
 * gets one if one is left; an attendance that stands grows to hold the witnessed time and never shrinks.
 */
export async function admitLate(
  transaction: WriteTransaction,
  district: District,
  who: Who,
  witness: LateWitness,
  call: Call,
): Promise<void> {
  const activity = await takeActivity(transaction, witness.activity);
  requireMay(who, 'activities.correct', { lineage: activity.host_lineage });
  requireState(activity.state, 'correct');
  const { opens, closes } = doorTimes(activity);
  // A clock that was wrong does not make a family come on another day.
  const at = new Date(Math.min(Math.max(witness.at.getTime(), +opens), +closes));
  const seen = { ...witness, activity, at };
  const known = (await takeAttendances(transaction, [witness])).get(pairKey(witness));
  if (known) await stretch(transaction, district, seen, known, { who, call });
  else await enter(transaction, district, seen, { who, call });
}

interface By {
  readonly who: Who;
  readonly call: Call;
}

interface Witnessed extends Omit<LateWitness, 'activity'> {
  readonly activity: Activity;
}

async function enter(
  transaction: WriteTransaction,
  district: District,
  { activity, carer, at, direction, left: leftAt, method, scanId, reason }: Witnessed,
  { who, call }: By,
): Promise<void> {
  const standing = await placeOf(transaction, district, { activity, carer }, { who, call });
  const isExit = direction === 'exit';
  const left = isExit ? at : leftAt;
  const entered = isExit && at > activity.begins_at ? activity.begins_at : at;
  const minutes = minutesSoFar(district, activity, entered, left);
  const entry = {
    id: newId(),
    activity_id: activity.id,
    carer_id: carer,
    registration_id: standing.registration,
    role: standing.role,
    entered_at: entered,
    entry_method: method,
    entry_by: who.person,
    entry_scan_id: scanId ?? null,
    note: reason,
    minutes,
  };
  await insertEntries(transaction, [entry]);
  if (minutes === null) return;
  if (left) {
    const exit = { exit_method: method, exit_by: who.person, exit_scan_id: null };
    await settleAttendances(transaction, [{ id: entry.id, left_at: left, minutes, ...exit }]);
  }
  const deed = { ...entry, minutes, version: 1, students: standing.students, method };
  const fact = factOf(district.plan, activity, { ...deed, actor: who.person });
  if (fact) await stateFacts(transaction, [fact]);
  if (activity.state !== 'finished') return;
  await keepHeld(transaction, district.plan, activity, { actor: who.person, reason, at: call.at });
}

async function placeOf(
  transaction: WriteTransaction,
  district: District,
  { activity, carer }: { activity: Activity; carer: string },
  { who, call }: By,
): Promise<Standing> {
  const pair = { activity: activity.id, carer };
  const standingNow = async () => (await findStandings(transaction, [pair])).get(pairKey(pair));
  const standing = await standingNow();
  if (standing?.state === 'registered') return standing;
  await seatWalkIn(transaction, district, activity, { who, carer }, call);
  const seated = await standingNow();
  if (!seated) throw new Error('Who was seated has a place.');
  return seated;
}

/** Null while the event runs and the plan asks for the exit. */
function minutesSoFar(
  { plan }: District,
  activity: Activity,
  entered: Date,
  left: Date | undefined,
): number | null {
  const kind = activityKind(plan, activity.kind);
  if (kind?.checkIn === 'entry') return minutesAtEntry(kind);
  const until = left ?? (activity.state === 'finished' ? activity.ends_at : undefined);
  return until ? minutesThatCount(activity, entered, until, kind?.maximumMinutes ?? 0) : null;
}

type Seen = Pick<LateWitness, 'at' | 'left' | 'method'>;

/** Whether a witness adds anything to an attendance that stands. */
export function addsTo(
  { plan }: District,
  activity: Activity,
  known: Attendance,
  seen: Seen,
): boolean {
  const kind = activityKind(plan, activity.kind);
  if (kind?.checkIn === 'entry') return false;
  const { minutes } = known;
  if (minutes !== null) return minutesStretched(plan, activity, known, seen) > minutes;
  const last = lastSeen(seen);
  return seen.at < known.entered_at || (last !== undefined && last > known.entered_at);
}

/** A line of the sheet says both ends; a scan is a moment at which somebody was there. */
function lastSeen({ at, left, method }: Seen): Date | undefined {
  return left ?? (method === 'paper' ? undefined : at);
}

function minutesStretched(plan: Plan, activity: Activity, known: Attendance, seen: Seen): number {
  const maximum = activityKind(plan, activity.kind)?.maximumMinutes ?? 0;
  const entered = new Date(Math.min(seen.at.getTime(), known.entered_at.getTime()));
  const stood = known.left_at ?? (known.minutes === null ? known.entered_at : activity.ends_at);
  const last = lastSeen(seen) ?? stood;
  return minutesThatCount(activity, entered, later(last, stood), maximum);
}

const later = (one: Date, other: Date) => new Date(Math.max(one.getTime(), other.getTime()));

async function stretch(
  transaction: WriteTransaction,
  district: District,
  witness: Witnessed,
  known: Attendance,
  by: By,
): Promise<void> {
  const { activity, at, method, scanId, reason } = witness;
  if (!addsTo(district, activity, known, witness)) return;
  const pair = { activity: activity.id, carer: known.carer_id };
  const standing = (await findStandings(transaction, [pair])).get(pairKey(pair));
  const held = { ...known, students: known.students_present ?? standing?.students ?? [] };
  const minutes = minutesStretched(district.plan, activity, known, witness);
  if (known.minutes !== null) {
    await correctWithin(transaction, district, activity, held, { minutes, reason }, by);
    return;
  }
  if (at < known.entered_at) await moveEntry(transaction, known.id, at);
  const last = lastSeen(witness);
  if (!last || last <= known.entered_at) return;
  const actor = by.who.person;
  const exit = { exit_method: method, exit_by: actor, exit_scan_id: scanId ?? null };
  await settleAttendances(transaction, [{ id: known.id, left_at: last, minutes, ...exit }]);
  const deed = { ...held, minutes, method: known.entry_method, actor };
  const fact = factOf(district.plan, activity, deed);
  if (fact) await stateFacts(transaction, [fact]);
}
