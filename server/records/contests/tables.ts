import type { Words } from '../../platform/index.ts';
import type {
  Claim,
  ContestState,
  EnteredHow,
  EscalatedBecause,
  Level,
  Outcome,
} from './states.ts';

declare module '../../platform/database/tables.ts' {
  interface Tables {
    contests: Contest;
    contest_decisions: DecisionRow;
    contest_evidence: Evidence;
    contest_looks: LookRow;
  }
}

export interface Contest {
  readonly id: string;
  readonly version: number;
  readonly carer_id: string;
  readonly claim: Claim;
  readonly fact_id: string | null;
  readonly activity_id: string | null;
  readonly certificate_id: string | null;
  readonly certificate_state: string | null;
  readonly host_id: string;
  readonly host_lineage: string[];
  readonly title: Words;
  readonly happened_on: string | null;
  readonly words: string;
  readonly state: ContestState;
  readonly made_at: Date;
  readonly due_at: Date | null;
  readonly escalated_at: Date | null;
  readonly escalated_because: EscalatedBecause | null;
  /** Who of the staff entered it in the carer's name, and what they had before them. */
  readonly entered_by: string | null;
  readonly entered_how: EnteredHow | null;
}

export interface DecisionRow {
  readonly contest_id: string;
  readonly level: Level;
  readonly outcome: Outcome;
  readonly reason: string;
  readonly minutes_before: number | null;
  readonly minutes_after: number | null;
  readonly result: string | null;
  readonly decided_by: string;
  readonly decided_at: Date;
}

export interface Evidence {
  readonly id: string;
  readonly contest_id: string;
  readonly kind: 'picture' | 'pdf';
  readonly bytes: number;
  readonly added_at: Date;
}

interface LookRow {
  readonly id: string;
  readonly contest_id: string;
  readonly reader_id: string;
  readonly what: 'file' | 'evidence';
  readonly at: Date;
}
