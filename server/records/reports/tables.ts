import type { PhotoState, Purpose } from './states.ts';

declare module '../../platform/database/tables.ts' {
  interface Tables {
    activity_reports: ReportRow;
    activity_photos: PhotoRow;
    photo_children: { photo_id: string; student_id: string };
    picture_consents: PictureConsentRow;
    picture_questions: PictureQuestionRow;
  }
}

export interface ReportRow {
  readonly activity_id: string;
  readonly version: number;
  readonly text: string;
  readonly is_public: boolean;
  readonly written_by: string;
  readonly written_at: Date;
  /** When the event began. */
  readonly held_at: Date;
}

export interface PhotoRow {
  readonly id: string;
  readonly activity_id: string;
  readonly state: PhotoState;
  readonly caption: string;
  /** The host has said which children are seen, none included. */
  readonly is_said: boolean;
  readonly width: number;
  readonly height: number;
  readonly uploaded_by: string;
  readonly uploaded_at: Date;
}

interface PictureConsentRow {
  id: string;
  student_id: string;
  carer_id: string;
  purpose: Purpose;
  is_given: boolean;
  decided_at: Date;
}

interface PictureQuestionRow {
  id: string;
  activity_id: string;
  student_id: string;
  purpose: Purpose;
  asked_at: Date;
  closed_at: Date | null;
}
