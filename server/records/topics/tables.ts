import type { ProposalState } from './states.ts';

declare module '../../platform/database/tables.ts' {
  interface Tables {
    topics: Topic;
    topic_proposals: Proposal;
  }
}

export interface Topic {
  readonly id: string;
  readonly activity_id: string;
  readonly place: number;
  readonly title: string;
  readonly wanted: number;
  readonly is_talked: boolean;
  readonly made_at: Date;
}

export interface Proposal {
  readonly id: string;
  readonly activity_id: string;
  readonly host_lineage: string[];
  readonly carer_id: string;
  readonly family_id: string;
  readonly text: string;
  readonly state: ProposalState;
  readonly reason: string;
  readonly topic_id: string | null;
  readonly made_at: Date;
  readonly decided_by: string | null;
  readonly decided_at: Date | null;
}
