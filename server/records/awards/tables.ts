import type { AwardState } from './states.ts';

declare module '../../platform/database/tables.ts' {
  interface Tables {
    awards: Award;
    award_batches: AwardBatch;
    award_evidence: AwardEvidence;
  }
}

export interface Award {
  readonly id: string;
  readonly version: number;
  readonly batch_id: string | null;
  readonly carer_id: string;
  readonly organisation_id: string;
  readonly lineage: string[];
  readonly kind: string;
  readonly quantity: number;
  readonly done_on: string;
  readonly reason: string;
  readonly state: AwardState;
  readonly made_by: string;
  readonly made_at: Date;
  readonly decided_by: string | null;
  readonly decided_at: Date | null;
  readonly decline_reason: string | null;
  readonly is_sampled: boolean;
  readonly review: 'fine' | 'reversed' | null;
  readonly review_note: string | null;
  readonly reviewed_by: string | null;
  readonly reviewed_at: Date | null;
}

export interface AwardBatch {
  readonly id: string;
  readonly organisation_id: string;
  readonly lineage: string[];
  readonly reason: string;
  readonly made_by: string;
  readonly made_at: Date;
}

export interface AwardEvidence {
  readonly id: string;
  readonly award_id: string | null;
  readonly batch_id: string | null;
  readonly kind: 'picture' | 'pdf';
  readonly bytes: number;
  readonly added_by: string;
  readonly added_at: Date;
}
