import type { ExcusedHolder, ExcuseScope, ExcuseState } from './states.ts';

declare module '../../platform/database/tables.ts' {
  interface Tables {
    excuses: Excuse;
  }
}

export interface Excuse {
  readonly id: string;
  readonly version: number;
  readonly duty: string;
  /** A period, or the key of an occasion. */
  readonly period: string;
  readonly due_on: string | null;
  readonly scope: ExcuseScope;
  readonly holder_kind: ExcusedHolder;
  readonly holder_id: string;
  /** Where the task lies, with all above it. */
  readonly place_id: string;
  readonly place_lineage: string[];
  /** A reason of the plan. */
  readonly reason: string;
  readonly words: string | null;
  readonly substitute: string | null;
  readonly substitute_on: string | null;
  readonly state: ExcuseState;
  readonly asked_by: string;
  readonly asked_at: Date;
  readonly decided_by: string | null;
  readonly decided_at: Date | null;
  readonly decision_reason: string | null;
  readonly revoked_by: string | null;
  readonly revoked_at: Date | null;
  readonly revoked_reason: string | null;
}
