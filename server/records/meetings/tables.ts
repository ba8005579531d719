declare module '../../platform/database/tables.ts' {
  interface Tables {
    meeting_answers: AnswerRow;
    meeting_talks: TalkRow;
  }
}

interface AnswerRow {
  activity_id: string;
  student_id: string;
  carer_id: string;
  answer: 'cannot' | 'other-carer';
  reason: string;
  answered_at: Date;
}

export interface TalkRow {
  id: string;
  activity_id: string;
  student_id: string;
  carer_id: string;
  talked_on: string;
  minutes: number;
  note: string;
  recorded_by: string;
  recorded_at: Date;
}
