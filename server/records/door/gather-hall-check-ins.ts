import { nobody, type Who } from '../../directory/index.ts';
import { type District, Gather, newId, type Refusal } from '../../platform/index.ts';
import {
  type Direction,
  decideScans,
  hasCome,
  isTaken,
  LANES_OF_SCANS,
  lookAtScans,
  MOST_SCANS_A_BATCH,
  type Scan,
  type ScanOutcome,
  writeScans,
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
import type { DoorRuleRow, HallCheckInRow } from './tables.ts';

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
 * Cost: three statements for up to 500 people besides those of a scanner's batch, sent together with them.
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
    const [rules, bindings, known] = await Promise.all([
      findDoorRules(transaction, [...new Set(scans.map(({ activity }) => activity))]),
      findBindings(transaction, scans),
      lookAtScans(transaction, scans.map(scanOf)),
    ]);
    const { refusals, log } = judgePhones(scans, rules, bindings);
    const welcome = scans.filter((_, index) => !refusals[index]);
    const decided = decideScans(district, welcome.map(scanOf), known);
    const came = new Set(welcome.filter((_, index) => hasCome(decided, index)));
    const kept = log.filter(({ outcome, scan }) => outcome !== 'in' || came.has(scan));
    const [outcomes] = await Promise.all([
      writeScans(transaction, district, decided),
      insertHallCheckIns(transaction, kept.map(rowOf)),
    ]);
    let next = 0;
    return scans.map((_, index) => refusals[index] ?? outcomes[next++] ?? 'no-place');
  });
  return recorded.catch((error) => {
    // Another batch was quicker with one of them: nothing of ours is written, and we look again.
    if (isTaken(error) || isBound(error)) return recordAll(district, scans);
    throw error;
  });
}

/** What is to be kept of a scan. Who does not get in binds no phone: the next of the family may use it. */
interface Logged {
  readonly scan: HallScan;
  readonly outcome: HallCheckInRow['outcome'];
  readonly metres: number | undefined;
}

/** Which phones are where they should be and speak for one person. Gives a refusal, or nothing, for each. */
function judgePhones(
  scans: readonly HallScan[],
  rules: ReadonlyMap<string, DoorRuleRow>,
  bindings: Map<string, string>,
): { refusals: (Refusal | undefined)[]; log: Logged[] } {
  const log: Logged[] = [];
  const refusals = scans.map((scan) => {
    const { metres, refusal } = judgePosition(rules.get(scan.activity), scan.position);
    if (refusal) {
      if (metres !== undefined) log.push({ scan, outcome: 'too-far', metres });
      return refusal;
    }
    const bound = bindings.get(bindingKey(scan));
    if (bound !== undefined && bound !== scan.who.person) {
      log.push({ scan, outcome: 'other-person', metres });
      return AnotherOnThisPhone();
    }
    if (bound === undefined) {
      bindings.set(bindingKey(scan), scan.who.person);
      log.push({ scan, outcome: 'in', metres });
    }
    return undefined;
  });
  return { refusals, log };
}

function scanOf({ who, activity, at, direction }: HallScan): Scan {
  return { who, activity, carer: who.person, method: 'hall-code', at, direction };
}

function rowOf({ scan, outcome, metres }: Logged): HallCheckInRow {
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
