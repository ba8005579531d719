import type { Words } from '../platform/index.ts';

declare module '../platform/database/tables.ts' {
  interface Tables {
    notices: NoticeRow;
  }
}

/** `at-once`: cannot wait for the day's digest. */
export const urgencies = ['at-once', 'daily'] as const;
export type Urgency = (typeof urgencies)[number];

export interface NoticeRow {
  readonly id: string;
  readonly person_id: string;
  readonly student_id: string | null;
  readonly room: string;
  readonly kind: string;
  readonly subject_id: string;
  readonly deed: string;
  readonly lineage: string[];
  readonly link: string | null;
  readonly heading: Words;
  readonly words: Words;
  readonly urgency: Urgency;
  readonly asks: boolean;
  readonly useful_until: Date | null;
  readonly made_at: Date;
  readonly read_at: Date | null;
  readonly done_at: Date | null;
}
