declare module '../../../platform/database/tables.ts' {
  interface Tables {
    duty_places: {
      id: string;
      kind: string;
      stage: string | null;
      entered_in: number | null;
      lineage: string[];
      told_at: number;
    };
    duty_moves: StayRow & { day: string; times: number };
    duty_stays: StayRow & { from_day: string; until_day: string | null };
    duty_definitions: { duty: string; definition: string };
    duty_periods: {
      duty: string;
      period: string;
      word: string;
      details: string[] | null;
      stages: string[] | null;
      entered_in: number[] | null;
      flag: string | null;
      due_on: string | null;
      joined_by: string | null;
      target: number;
      red_days: number;
    };
    duty_progress: TaskKeyRow & { quantity: number; excuses: number; last_day: string | null };
    duty_things: TaskKeyRow & { thing: string; times: number };
    duty_evidence: TaskKeyRow & {
      fact: number;
      day: string;
      quantity: number;
      thing: string | null;
    };
    duty_occasions: { duty: string; key: string; holder: string; due_on: string; times: number };
    duty_tallies: {
      duty: string;
      period: string;
      place: string;
      due_on: string;
      tasks: number;
      done: number;
      done_late: number;
      excused: number;
    };
    duty_finishes: { duty: string; period: string; place: string; week: string; done: number };
    duty_kinds_seen: { kind: string };
    duty_versions: { place: string; version: string };
  }
}

interface StayRow {
  holder: string;
  word: string;
  place: string;
  detail: string;
}

interface TaskKeyRow {
  duty: string;
  period: string;
  holder: string;
}

export {};
