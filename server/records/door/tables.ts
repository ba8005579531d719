import type { Direction } from '../activities/index.ts';
import type { ConflictReason, ConflictState } from './states.ts';

declare module '../../platform/database/tables.ts' {
  interface Tables {
    scans: ScanRow;
    scan_conflicts: ConflictRow;
    door_rules: KeptDoorRule;
    hall_check_ins: HallCheckInRow;
  }
}

export interface ScanRow {
  readonly id: string;
  readonly activity_id: string;
  readonly device_id: string;
  readonly carer_id: string | null;
  readonly direction: Direction | null;
  readonly phone_at: Date;
  readonly happened_at: Date;
  readonly received_at: Date;
  readonly sent_by: string;
  readonly outcome: 'counted' | 'already' | 'conflict';
  readonly attendance_id: string | null;
}

export interface ConflictRow {
  scan_id: string;
  activity_id: string;
  reason: ConflictReason;
  state: ConflictState;
  decided_by: string | null;
  decided_at: Date | null;
  note: string | null;
}

/** Where phones must be, while the rule is turned on. */
export interface DoorRuleRow {
  readonly activity_id: string;
  readonly version: number;
  readonly latitude: number;
  readonly longitude: number;
  readonly most_metres: number;
  readonly changed_by: string;
  readonly changed_at: Date;
}

type Place = 'latitude' | 'longitude' | 'most_metres';

/** … and when it is turned off: then it has no place. */
export type KeptDoorRule = Omit<DoorRuleRow, Place> & {
  readonly [Part in Place]: DoorRuleRow[Part] | null;
};

export interface HallCheckInRow {
  readonly id: string;
  readonly activity_id: string;
  readonly device_id: string;
  readonly carer_id: string;
  readonly at: Date;
  readonly outcome: 'in' | 'other-person' | 'too-far';
  readonly code_age_seconds: number;
  /** Null: not asked. */
  readonly metres: number | null;
  readonly network: Buffer;
}
