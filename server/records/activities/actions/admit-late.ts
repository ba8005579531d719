import { requireMay, type Who } from '../../../directory/index.ts';
import { stateFacts } from '../../../facts/index.ts';
import { activityKind } from '../../../plan/index.ts';
import { type Call, type District, newId, type WriteTransaction } from '../../../platform/index.ts';
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
  { activity, carer, at, direction, method, scanId, reason }: Witnessed,
  { who, call }: By,
): Promise<void> {
  const standing = await placeOf(transaction, district, { activity, carer }, { who, call });
  const isExit = direction === 'exit';
  const entered = isExit && at > activity.begins_at ? activity.begins_at : at;
  const minutes = minutesSoFar(district, activity, entered, isExit ? at : undefined);
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
  if (isExit) {
    const exit = { exit_method: method, exit_by: who.person, exit_scan_id: null };
    await settleAttendances(transaction, [{ id: entry.id, left_at: at, minutes, ...exit }]);
  }
  const deed = { ...entry, minutes, version: 1, students: standing.students, method };
  const fact = factOf(district.plan, activity, { ...deed, actor: who.person });
  if (fact) await stateFacts(transaction, [fact]);
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

async function stretch(
  transaction: WriteTransaction,
  district: District,
  { activity, at, method, scanId, reason }: Witnessed,
  known: Attendance,
  by: By,
): Promise<void> {
  const kind = activityKind(district.plan, activity.kind);
  if (kind?.checkIn === 'entry') return;
  const maximum = kind?.maximumMinutes ?? 0;
  const pair = { activity: activity.id, carer: known.carer_id };
  const standing = (await findStandings(transaction, [pair])).get(pairKey(pair));
  const held = { ...known, students: standing?.students ?? [] };
  const entered = at < known.entered_at ? at : known.entered_at;
  if (known.minutes !== null) {
    const stood = known.left_at ?? activity.ends_at;
    const minutes = minutesThatCount(activity, entered, at > stood ? at : stood, maximum);
    if (minutes <= known.minutes) return;
    await correctWithin(transaction, district, activity, held, { minutes, reason }, by);
    return;
  }
  if (at <= known.entered_at) return moveEntry(transaction, known.id, at);
  const minutes = minutesThatCount(activity, entered, at, maximum);
  const actor = by.who.person;
  const exit = { exit_method: method, exit_by: actor, exit_scan_id: scanId ?? null };
  await settleAttendances(transaction, [{ id: known.id, left_at: at, minutes, ...exit }]);
  const deed = { ...held, minutes, method: known.entry_method, actor };
  const fact = factOf(district.plan, activity, deed);
  if (fact) await stateFacts(transaction, [fact]);
}
