import { namesOfPeople, nobody, requireMay, type Who } from '../../directory/index.ts';
import { type FactStatement, stateFacts } from '../../facts/index.ts';
import { activityKind } from '../../plan/index.ts';
import {
  type District,
  Gather,
  NotFound,
  newId,
  Refusal,
  type WriteTransaction,
} from '../../platform/index.ts';
import { LANES_OF_SCANS, MOST_SCANS_A_BATCH } from './limits.ts';
import { DoorsClosed, NotEntered, ScansDisagree } from './refusals.ts';
import { requireState } from './require-state.ts';
import { factOf } from './rules/fact-of-attendance.ts';
import {
  areDoorsOpen,
  type Direction,
  meaningOf,
  meaningOfLate,
  minutesAtEntry,
  minutesThatCount,
} from './rules/presence.ts';
import type { CheckedIn } from './shapes.ts';
import { findActivities } from './store/activities.ts';
import {
  type Entry,
  type Exit,
  findStandings,
  insertEntries,
  isTaken,
  pairKey,
  type Standing,
  settleAttendances,
  takeAttendances,
} from './store/attendances.ts';
import type { Activity, Attendance, EntryMethod } from './tables.ts';

/** One person at the door of one activity, as the scanner, the screen's code or the staff say. */
export interface Scan {
  readonly who: Who;
  readonly activity: string;
  readonly carer: string;
  readonly method: EntryMethod;
  readonly at: Date;
  readonly direction?: Direction | undefined;
  readonly scanId?: string | undefined;
  readonly note?: string | undefined;
}

/** A scan that comes later than it was made. */
const isLate = ({ method }: Scan): boolean => method === 'offline';

/** What became of a scan. Who has no place is for the caller to decide about: staff may let them in. */
export type ScanOutcome = CheckedIn | Refusal | 'no-place';

const gathers = new WeakMap<District, Gather<Scan, ScanOutcome>>();

/**
 * Checks somebody in or out. All who come at the same moment go through one transaction of a few set-based
 * statements, whoever scans them and at whichever school: no row is shared between two people.
 *
 * Cost: eight statements for up to 500 people.
 */
export function recordScan(district: District, scan: Scan): Promise<ScanOutcome> {
  const gather =
    gathers.get(district) ??
    new Gather<Scan, ScanOutcome>((scans) => recordScans(district, scans), {
      most: MOST_SCANS_A_BATCH,
      lanes: LANES_OF_SCANS,
    });
  gathers.set(district, gather);
  return gather.ask(scan);
}

/**
 * What is asked of the database together is sent together: two waits for it and the commit, whatever the number.
 */
async function recordScans(district: District, scans: readonly Scan[]): Promise<ScanOutcome[]> {
  const recorded = district.database.write(nobody, (transaction) =>
    recordScansWithin(transaction, district, scans),
  );
  return recorded.catch((error) => {
    // Another batch has checked one of them in since we looked: nothing of ours is written, and we look again.
    if (isTaken(error)) return recordScans(district, scans);
    throw error;
  });
}

/**
 * The same within the caller's transaction, which fails when another has just checked one of them in
 * (`isTaken`): then nothing is written, and the caller looks again. Of one person's scans only the first counts.
 */
export async function recordScansWithin(
  transaction: WriteTransaction,
  district: District,
  scans: readonly Scan[],
): Promise<ScanOutcome[]> {
  const known = await lookAtScans(transaction, scans);
  return writeScans(transaction, district, decideScans(district, scans, known));
}

/** What is read of a batch, by activity and by person. */
export interface Known {
  readonly activities: Map<string, Activity>;
  readonly standings: Map<string, Standing>;
  readonly attendances: Map<string, Attendance>;
  readonly names: ReadonlyMap<string, string>;
}

/** The first of its three parts: all that is read, asked for together; who is there is held. */
export async function lookAtScans(
  transaction: WriteTransaction,
  scans: readonly Scan[],
): Promise<Known> {
  const others = scans.filter(({ carer, who }) => carer !== who.person);
  const [activities, standings, attendances, names] = await Promise.all([
    findActivities(transaction, [...new Set(scans.map((one) => one.activity))]),
    findStandings(transaction, scans),
    takeAttendances(transaction, scans),
    namesOfPeople(
      transaction,
      others.map(({ carer }) => carer),
    ),
  ]);
  return { activities, standings, attendances, names };
}

/** Scans with what is to become of each; nothing of it is written yet. */
export interface Decided {
  readonly scans: readonly Scan[];
  readonly decisions: readonly Decision[];
  readonly known: Known;
}

/** The second: decides each, in the order of coming; `known` then says how everybody stands. */
export function decideScans(district: District, scans: readonly Scan[], known: Known): Decided {
  const decisions = decideAll(district, scans, known);
  rememberDecided(scans, decisions, known);
  return { scans, decisions, known };
}

/** Whether that one is there now, by this scan or an earlier one. */
export function hasCome({ decisions }: Decided, index: number): boolean {
  const is = decisions[index]?.is;
  return is === 'entry' || is === 'exit' || is === 'again';
}

/** The third: all that is written, sent together; what each one is told. */
export async function writeScans(
  transaction: WriteTransaction,
  district: District,
  { scans, decisions, known }: Decided,
): Promise<ScanOutcome[]> {
  await Promise.all([
    settleAttendances(transaction, exitsIn(decisions)),
    insertEntries(transaction, entriesIn(decisions)),
    stateFacts(transaction, factsOf(district, scans, decisions, known)),
  ]);
  return scans.map((scan, index) => answer(scan, decisions[index], known));
}

type Decision =
  | { readonly is: 'entry'; readonly entry: Entry }
  | { readonly is: 'exit'; readonly exit: Exit }
  | { readonly is: 'again' }
  | { readonly is: 'no-place' }
  | { readonly is: 'refused'; readonly refusal: Refusal };

/** Of two scans of one person in a batch the second is the first once more. */
function decideAll(district: District, scans: readonly Scan[], known: Known): Decision[] {
  const seen = new Set<string>();
  return scans.map((scan) => {
    try {
      const decision = decide(district, scan, known, seen.has(pairKey(scan)));
      if (decision.is === 'entry' || decision.is === 'exit') seen.add(pairKey(scan));
      return decision;
    } catch (error) {
      if (error instanceof Refusal) return { is: 'refused', refusal: error };
      throw error;
    }
  });
}

/** May they, and what does it mean? Everything needed has been read; refusals are thrown. */
function decide({ plan }: District, scan: Scan, known: Known, isSecond: boolean): Decision {
  const activity = known.activities.get(scan.activity);
  if (!activity || activity.is_private) throw NotFound();
  if (scan.method === 'hall-code') {
    requireMay(scan.who, 'activities.sign-up', { person: scan.carer });
  } else {
    requireMay(scan.who, 'activities.check-in', { lineage: activity.host_lineage });
  }
  requireState(activity.state, 'check-in');
  if (!areDoorsOpen(activity, scan.at)) throw DoorsClosed();
  if (isSecond) return { is: 'again' };

  const attendance = known.attendances.get(pairKey(scan));
  const standing = known.standings.get(pairKey(scan));
  const kind = activityKind(plan, activity.kind);
  const asksForExit = kind?.checkIn !== 'entry';
  const meaning = isLate(scan)
    ? meaningOfLate(attendance, activity, scan, asksForExit)
    : meaningOf(attendance, activity, scan);
  switch (meaning) {
    case 'contradicts':
      throw ScansDisagree();
    case 'again':
      return { is: 'again' };
    case 'exit-without-entry':
      throw NotEntered();
    case 'entry': {
      if (standing?.state !== 'registered') return { is: 'no-place' };
      const minutes = kind?.checkIn === 'entry' ? minutesAtEntry(kind) : null;
      return { is: 'entry', entry: entryOf(scan, standing, minutes) };
    }
    case 'exit': {
      if (!attendance) throw new Error('Nobody leaves who did not enter.');
      const maximum = kind?.maximumMinutes ?? 0;
      const minutes = minutesThatCount(activity, attendance.entered_at, scan.at, maximum);
      return { is: 'exit', exit: exitOf(scan, attendance, minutes) };
    }
  }
}

function entryOf(scan: Scan, standing: Standing, minutes: number | null): Entry {
  return {
    id: newId(),
    activity_id: scan.activity,
    carer_id: scan.carer,
    registration_id: standing.registration,
    role: standing.role,
    entered_at: scan.at,
    entry_method: scan.method,
    entry_by: scan.who.person,
    entry_scan_id: scan.scanId ?? null,
    note: scan.note ?? null,
    minutes,
  };
}

function exitOf(scan: Scan, { id }: Attendance, minutes: number): Exit {
  return {
    id,
    left_at: scan.at,
    minutes,
    exit_method: scan.method,
    exit_by: scan.who.person,
    exit_scan_id: scan.scanId ?? null,
  };
}

const entriesIn = (decisions: readonly Decision[]) =>
  decisions.flatMap((one) => (one.is === 'entry' ? [one.entry] : []));

const exitsIn = (decisions: readonly Decision[]) =>
  decisions.flatMap((one) => (one.is === 'exit' ? [one.exit] : []));

/** Leaves in `attendances` how each person stands after what was decided. */
function rememberDecided(
  scans: readonly Scan[],
  decisions: readonly Decision[],
  { attendances }: Known,
): void {
  decisions.forEach((one, index) => {
    const key = pairKey(scans[index] as Scan);
    const before = attendances.get(key);
    if (one.is === 'exit' && before) attendances.set(key, { ...before, ...one.exit });
    if (one.is === 'entry') attendances.set(key, { ...justEntered, ...one.entry });
  });
}

/** What stands in a fresh row besides the entry. */
const justEntered = {
  left_at: null,
  exit_method: null,
  exit_by: null,
  exit_scan_id: null,
  version: 1,
  students_present: null,
  ticks_version: 0,
} as const;

/** The deeds that these scans complete. */
function factsOf(
  { plan }: District,
  scans: readonly Scan[],
  decisions: readonly Decision[],
  { activities, standings, attendances }: Known,
): FactStatement[] {
  return scans.flatMap((scan, index) => {
    const is = decisions[index]?.is;
    if (is !== 'entry' && is !== 'exit') return [];
    const activity = activities.get(scan.activity);
    const attendance = attendances.get(pairKey(scan));
    if (!activity || attendance?.minutes == null) return [];
    const fact = factOf(plan, activity, {
      ...attendance,
      minutes: attendance.minutes,
      students: attendance.students_present ?? standings.get(pairKey(scan))?.students ?? [],
      method: attendance.entry_method,
      actor: scan.who.person,
    });
    return fact ?? [];
  });
}

function answer(
  scan: Scan,
  decision: Decision | undefined,
  { activities, attendances, names }: Known,
): ScanOutcome {
  if (decision?.is === 'refused') return decision.refusal;
  if (!decision || decision.is === 'no-place') return 'no-place';
  const attendance = attendances.get(pairKey(scan));
  const activity = activities.get(scan.activity);
  if (!attendance || !activity) throw new Error('Who was checked in has an attendance.');
  const { left_at, entered_at } = attendance;
  return {
    attendance_id: attendance.id,
    activity_id: activity.id,
    title: activity.title,
    carer_id: scan.carer,
    carer_name: scan.carer === scan.who.person ? scan.who.name : (names.get(scan.carer) ?? ''),
    direction: left_at ? 'exit' : 'entry',
    at: (left_at ?? entered_at).toISOString(),
    repeated: decision.is === 'again',
    minutes: attendance.minutes,
  };
}
