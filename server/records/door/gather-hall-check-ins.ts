import { nobody, type Who } from '../../directory/index.ts';
import { type District, Gather, newId, type Refusal } from '../../platform/index.ts';
import {
  type Direction,
  isTaken,
  LANES_OF_SCANS,
  MOST_SCANS_A_BATCH,
  recordScansWithin,
  type Scan,
  type ScanOutcome,
} from '../activities/index.ts';
import { AnotherOnThisPhone } from './refusals.ts';
import { judgePosition, type Position } from './rules/distance.ts';
import {
  bindingKey,
  findBindings,
  findDoorRules,
  insertHallCheckIns,
  isBound,
} from './store/hall-check-ins.ts';
import type { HallCheckInRow } from './tables.ts';

/** What is known of the phone itself. */
export interface HallPhone {
  /** By a cookie that outlives signing out. */
  readonly device: string;
  /** A keyed hash of its network. */
  readonly network: Buffer;
}

export interface HallScan extends HallPhone {
  readonly who: Who;
  readonly activity: string;
  readonly at: Date;
  readonly direction?: Direction | undefined;
  readonly position?: Position | undefined;
  /** Seconds since the screen began to show the code. */
  readonly codeAge: number;
}

const gathers = new WeakMap<District, Gather<HallScan, ScanOutcome>>();

/**
 * Checks somebody in or out by the hall's code. As with the scanners, all who come at the same moment go through one
 * transaction.
 *
 * Cost: three statements for up to 500 people, besides those of `recordScansWithin`.
 */
export function recordHallScan(district: District, scan: HallScan): Promise<ScanOutcome> {
  const gather =
    gathers.get(district) ??
    new Gather<HallScan, ScanOutcome>((scans) => recordAll(district, scans), {
      most: MOST_SCANS_A_BATCH,
      lanes: LANES_OF_SCANS,
    });
  gathers.set(district, gather);
  return gather.ask(scan);
}

async function recordAll(district: District, scans: readonly HallScan[]): Promise<ScanOutcome[]> {
  const recorded = district.database.write(nobody, async (transaction) => {
    const [rules, bindings] = await Promise.all([
      findDoorRules(transaction, [...new Set(scans.map(({ activity }) => activity))]),
      findBindings(transaction, scans),
    ]);
    const log: HallCheckInRow[] = [];
    const refusals = scans.map((scan): Refusal | undefined => {
      const { metres, refusal } = judgePosition(rules.get(scan.activity), scan.position);
      if (refusal) {
        if (metres !== undefined) log.push(rowOf(scan, 'too-far', metres));
        return refusal;
      }
      const bound = bindings.get(bindingKey(scan));
      if (bound !== undefined && bound !== scan.who.person) {
        log.push(rowOf(scan, 'other-person', metres));
        return AnotherOnThisPhone();
      }
      if (bound === undefined) {
        bindings.set(bindingKey(scan), scan.who.person);
        log.push(rowOf(scan, 'in', metres));
      }
      return undefined;
    });
    const welcome = scans.filter((_, index) => !refusals[index]);
    const outcomes = await recordScansWithin(transaction, district, welcome.map(scanOf));
    const came = new Map(welcome.map((scan, index) => [scan, outcomes[index]]));
    // Who did not get in has bound no phone: the next of the family may use it.
    const isWritten = ({ carer_id, outcome }: HallCheckInRow) =>
      outcome !== 'in' ||
      welcome.some((scan) => scan.who.person === carer_id && hasCome(came.get(scan)));
    await insertHallCheckIns(transaction, log.filter(isWritten));
    return scans.map((scan, index) => refusals[index] ?? came.get(scan) ?? 'no-place');
  });
  return recorded.catch((error) => {
    // Another batch was quicker with one of them: nothing of ours is written, and we look again.
    if (isTaken(error) || isBound(error)) return recordAll(district, scans);
    throw error;
  });
}

function hasCome(outcome: ScanOutcome | undefined): boolean {
  return typeof outcome === 'object' && 'attendance_id' in outcome;
}

function scanOf({ who, activity, at, direction }: HallScan): Scan {
  return { who, activity, carer: who.person, method: 'hall-code', at, direction };
}

function rowOf(
  scan: HallScan,
  outcome: HallCheckInRow['outcome'],
  metres: number | undefined,
): HallCheckInRow {
  return {
    id: newId(),
    activity_id: scan.activity,
    device_id: scan.device,
    carer_id: scan.who.person,
    at: scan.at,
    outcome,
    code_age_seconds: scan.codeAge,
    metres: metres ?? null,
    network: scan.network,
  };
}
