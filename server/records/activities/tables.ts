import type { ActivityRoleName, HostKind } from '../../plan/index.ts';
import type { ActivityState, RegistrationState } from './states.ts';

declare module '../../platform/database/tables.ts' {
  interface Tables {
    activities: Omit<Activity, 'session_minutes'>;
    registrations: RegistrationRow;
    registration_carers: RegistrationCarerRow;
    registration_students: RegistrationStudentRow;
    attendances: Attendance;
    attendance_corrections: AttendanceCorrection;
    activity_helpers: Helper;
  }
}

export interface Activity {
  readonly id: string;
  readonly kind: string;
  readonly state: ActivityState;
  readonly version: number;
  readonly host_id: string;
  readonly host_kind: HostKind;
  readonly host_lineage: string[];
  readonly title: string;
  readonly description: string;
  readonly bring: string;
  readonly place: string;
  readonly online_link: string | null;
  readonly begins_at: Date;
  readonly ends_at: Date;
  readonly registration_opens_at: Date | null;
  readonly registration_closes_at: Date | null;
  /** Households; null: no limit. */
  readonly capacity: number | null;
  /** Organisations whose families go first. */
  readonly priority_ids: string[];
  /** Until then only they may sign up. */
  readonly priority_until: Date | null;
  readonly places_taken: number;
  readonly last_queue_number: number;
  /** Ids of organisations. */
  readonly audience: string[];
  readonly stages: string[];
  readonly is_public: boolean;
  readonly cancel_reason: string | null;
  /** The first of those that were copied from one another; null: held once. */
  readonly series_id: string | null;
  /** The programme that it is a date of. */
  readonly programme_id: string | null;
  /** The activity that this is a session of. */
  readonly part_of: string | null;
  /** Held in sessions: people sign up for those. */
  readonly has_sessions: boolean;
  /** Of what is held in sessions, as it is read (no column): how long the longest lasts. */
  readonly session_minutes?: number;
  readonly is_listed: boolean;
  /** Whoever has a place at this session has none at another of the same whole. */
  readonly excludes_others: boolean;
  /** Only its counsellor and the family may know who comes. */
  readonly is_private: boolean;
  /** What tells a session from its sisters. */
  readonly label: string;
  readonly team: string;
  readonly led_by: string | null;
  /** Leads a team while its lead is away. */
  readonly deputy_id: string | null;
  readonly made_by: string;
  readonly made_at: Date;
  readonly changed_at: Date;
  /** Who confirmed the end, and when. */
  readonly finished_by: string | null;
  readonly finished_at: Date | null;
}

interface RegistrationRow {
  id: string;
  activity_id: string;
  state: RegistrationState;
  queue_number: number;
  waiting_rank: number;
  made_by: string;
  made_at: Date;
  moved_up_at: Date | null;
  offer_ends_at: Date | null;
  cancelled_at: Date | null;
}

interface RegistrationCarerRow {
  registration_id: string;
  carer_id: string;
  activity_id: string;
  role: ActivityRoleName;
  joined_at: Date;
  left_at: Date | null;
}

interface RegistrationStudentRow {
  registration_id: string;
  student_id: string;
  activity_id: string;
  joined_at: Date;
  left_at: Date | null;
}

export type EntryMethod = 'pass' | 'hall-code' | 'staff' | 'offline' | 'paper';

export interface Attendance {
  readonly id: string;
  readonly activity_id: string;
  readonly carer_id: string;
  /** Null: a helper without one. */
  readonly registration_id: string | null;
  readonly role: ActivityRoleName;
  readonly entered_at: Date;
  readonly entry_method: EntryMethod;
  readonly entry_by: string;
  readonly entry_scan_id: string | null;
  readonly note: string | null;
  readonly left_at: Date | null;
  readonly exit_method: EntryMethod | 'finish' | null;
  readonly exit_by: string | null;
  readonly exit_scan_id: string | null;
  /** Null until settled. */
  readonly minutes: number | null;
  readonly version: number;
  /** The children who were there too, as staff saw; null: nobody looked, so those of the registration. */
  readonly students_present: readonly string[] | null;
  /** Counts how often the door said so. */
  readonly ticks_version: number;
}

export interface AttendanceCorrection {
  readonly attendance_id: string;
  readonly version: number;
  readonly minutes_before: number | null;
  readonly minutes_after: number;
  /** The children who were there, where the correction changed that. */
  readonly students_before: readonly string[] | null;
  readonly students_after: readonly string[] | null;
  readonly reason: string;
  readonly corrected_by: string;
  readonly corrected_at: Date;
}

export const helperParts = ['speaker', 'volunteer', 'door'] as const;
export type HelperPart = (typeof helperParts)[number];

/** Somebody whom the host named for an event. */
export interface Helper {
  readonly activity_id: string;
  readonly person_id: string;
  readonly part: HelperPart;
  readonly named_by: string;
  readonly named_at: Date;
}
