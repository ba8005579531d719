import type { AnomalyKind, AnomalyState } from './states.ts';

declare module '../../platform/database/tables.ts' {
  interface Tables {
    anomalies: Anomaly;
    anomaly_looks: AnomalyLook;
  }
}

export interface Anomaly {
  readonly id: string;
  readonly version: number;
  readonly kind: AnomalyKind;
  /** The carer, the phone or the host. */
  readonly subject_id: string;
  readonly mark: string;
  readonly carer_ids: string[];
  readonly activity_ids: string[];
  readonly evidence_ids: string[];
  readonly places: string[];
  readonly from_at: Date;
  readonly until_at: Date;
  readonly measure: number;
  readonly state: AnomalyState;
  readonly found_at: Date;
  readonly note: string | null;
  readonly looked_by: string | null;
  readonly looked_at: Date | null;
}

interface AnomalyLook {
  readonly id: string;
  readonly anomaly_id: string;
  readonly reader_id: string;
  readonly at: Date;
}
