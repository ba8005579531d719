/**
 * What the desk asks before openapi.json lists it. Once the generated types have an operation, TypeScript
 * refuses it here as a duplicate: delete it then, and this file with the last one. What the phone awaits
 * under the same name with fewer fields stands in `deskAnswer`.
 */
declare module '../../shared/api-types.gen.ts' {
  interface Operations {
    'GET /api/v1/activity-kinds': Asked<undefined, { readonly items: readonly ActivityKind[] }>;
    'GET /api/v1/activities': {
      params: undefined;
      query: ActivitiesQuery;
      body: undefined;
      answer: { readonly items: readonly ActivityRow[]; readonly next?: string };
    };
    'POST /api/v1/activities': Told<undefined, NewActivity, ActivityDetail>;
    'PATCH /api/v1/activities/{id}': Told<{ id: string }, Partial<NewActivity>, ActivityDetail>;
    'POST /api/v1/activities/{id}/publish': Asked<{ id: string }, ActivityDetail>;
    'POST /api/v1/activities/{id}/cancel': Told<{ id: string }, { reason: string }, ActivityDetail>;
    'POST /api/v1/activities/{id}/finish': Asked<{ id: string }, ActivityDetail>;
    'GET /api/v1/activities/{id}/registrations': {
      params: { id: string };
      query: { limit?: number; cursor?: string; q?: string };
      body: undefined;
      answer: { readonly items: readonly RegistrationRow[]; readonly next?: string };
    };
    'GET /api/v1/activities/{id}/registrations/sheet': Asked<{ id: string }, unknown>;
    'GET /api/v1/activities/{id}/hall-code': Asked<{ id: string }, HallCode>;
    'POST /api/v1/activities/{id}/check-ins': Told<{ id: string }, CheckIn, CheckedIn>;
    'GET /api/v1/attendances/{id}': Asked<{ id: string }, AttendanceDetail>;
    'POST /api/v1/attendances/{id}/corrections': Told<
      { id: string },
      { minutes: number; reason: string },
      AttendanceDetail
    >;
    'POST /api/v1/link-requests/{id}/decision': Told<
      { id: string },
      { decision: 'confirm' | 'decline'; student_id?: string },
      unknown
    >;
    'GET /api/v1/roster-imports/template': Asked<undefined, unknown>;
    'POST /api/v1/roster-imports': Told<undefined, FormData, RosterImport>;
    'GET /api/v1/roster-imports/{id}': Asked<{ id: string }, RosterImport>;
    'POST /api/v1/roster-imports/{id}/confirm': Asked<{ id: string }, RosterImport>;
    'GET /api/v1/roster-imports/{id}/rejected': Asked<{ id: string }, unknown>;
  }
}

interface Asked<Params, Answer> {
  params: Params;
  query: undefined;
  body: undefined;
  answer: Answer;
}

interface Told<Params, Body, Answer> {
  params: Params;
  query: undefined;
  body: Body;
  answer: Answer;
}

export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** The same answer as the desk will have it: with more fields than the phone's types name. */
export function deskAnswer<Answer>(answer: Promise<unknown>): Promise<Answer> {
  return answer as Promise<Answer>;
}

export type ActivityState = 'draft' | 'published' | 'cancelled' | 'finished';
export type ActivityAction =
  | 'change'
  | 'publish'
  | 'cancel'
  | 'sign-up'
  | 'check-in'
  | 'finish'
  | 'correct';

export interface ActivityKind {
  readonly id: string;
  readonly name: Words;
  readonly summary: Words;
  readonly clause: string;
  readonly counts_as: string;
  readonly default_minutes: number;
  readonly maximum_minutes: number;
  readonly hosts: readonly string[];
  readonly roles: readonly string[];
  readonly check_in: 'entry' | 'entry-and-exit';
}

export interface ActivitiesQuery {
  limit?: number;
  cursor?: string;
  host?: string;
  state?: ActivityState;
  kind?: string;
  from?: string;
  to?: string;
  q?: string;
}

export interface NewActivity {
  readonly host_id: string;
  readonly kind: string;
  readonly title: string;
  readonly place: string;
  readonly begins_at: string;
  readonly ends_at: string;
  readonly description?: string;
  readonly bring?: string;
  readonly online_link?: string | null;
  readonly registration_opens_at?: string | null;
  readonly registration_closes_at?: string | null;
  readonly capacity?: number | null;
  readonly audience_ids?: readonly string[];
  readonly stages?: readonly string[];
  readonly is_public?: boolean;
}

interface ActivitySummary {
  readonly activity_id: string;
  readonly title: string;
  readonly kind: string;
  readonly kind_name: Words;
  readonly begins_at: string;
  readonly ends_at: string;
  readonly place: string;
  readonly host_id: string;
  readonly host_name: string;
  readonly capacity: number | null;
  readonly places_left: number | null;
  readonly stages: readonly string[];
}

export interface ActivityRow extends ActivitySummary {
  readonly state: ActivityState;
  readonly places_taken: number;
}

export interface ActivityDesk {
  readonly audience_ids: readonly string[];
  readonly registered: number;
  readonly waiting: number;
  readonly carers: number;
  readonly entered: number;
  readonly settled: number;
  readonly actions: readonly ActivityAction[];
}

export interface ActivityDetail extends ActivitySummary {
  readonly worth: number;
  readonly state: ActivityState;
  readonly version: number;
  readonly description: string;
  readonly bring: string;
  readonly audience: string;
  readonly online_link: string | null;
  readonly registration_opens_at: string | null;
  readonly registration_closes_at: string | null;
  readonly is_public: boolean;
  readonly cancel_reason: string | null;
  readonly desk: ActivityDesk | null;
}

export interface RegistrationRow {
  readonly id: string;
  readonly state: 'registered' | 'waiting' | 'cancelled';
  readonly waiting_position: number | null;
  readonly student_ids: readonly string[];
  readonly made_at: string;
  readonly students: readonly {
    readonly id: string;
    readonly name: string | null;
    readonly class_name: string | null;
  }[];
  readonly carers: readonly RegisteredCarer[];
}

export interface RegisteredCarer {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly attendance_id: string | null;
  readonly entered_at: string | null;
  readonly left_at: string | null;
  readonly minutes: number | null;
  readonly is_corrected: boolean;
}

export interface HallCode {
  readonly code: string;
  readonly link: string;
  readonly valid_until: string;
  readonly next_in_ms: number;
}

export interface CheckIn {
  readonly pass?: string;
  readonly carer_id?: string;
  readonly note?: string;
  readonly direction?: 'entry' | 'exit';
  readonly device_scan_id?: string;
}

export interface CheckedIn {
  readonly attendance_id: string;
  readonly activity_id: string;
  readonly title: string;
  readonly carer_id: string;
  readonly carer_name: string;
  readonly direction: 'entry' | 'exit';
  readonly at: string;
  readonly repeated: boolean;
  readonly minutes: number | null;
}

export interface AttendanceDetail {
  readonly attendance_id: string;
  readonly carer_id: string;
  readonly carer_name: string;
  readonly role: string;
  readonly entered_at: string;
  readonly entry_method: string;
  readonly left_at: string | null;
  readonly exit_method: string | null;
  readonly note: string | null;
  readonly minutes: number | null;
  readonly version: number;
  readonly corrections: readonly {
    readonly version: number;
    readonly minutes_before: number | null;
    readonly minutes_after: number;
    readonly reason: string;
    readonly corrected_by: string;
    readonly corrected_at: string;
  }[];
}

export interface LinkRequest {
  readonly id: string;
  readonly school_name: string;
  readonly child_name: string;
  readonly class_hint: string;
  readonly relationship: string;
  readonly state: 'waiting' | 'confirmed' | 'declined';
  readonly made_at: string;
  readonly carer: {
    readonly id: string;
    readonly name: string;
    readonly masked_phone: string | null;
  };
  readonly matches: readonly {
    readonly student_id: string;
    readonly name: string;
    readonly class_name: string | null;
  }[];
}

export type ImportState = 'reading' | 'comparing' | 'ready' | 'applying' | 'done' | 'failed';

export interface ImportCount {
  readonly fresh: number;
  readonly changed: number;
  readonly left: number;
  readonly unchanged: number;
}

export interface RosterImport {
  readonly id: string;
  readonly file_name: string;
  readonly state: ImportState;
  readonly progress: { readonly sheet: string; readonly rows: number } | null;
  readonly counts: {
    readonly organisations: ImportCount;
    readonly people: ImportCount;
    readonly students: ImportCount;
    readonly guardianships: ImportCount;
    readonly posts: ImportCount;
  } | null;
  readonly problems: readonly RosterProblem[];
  readonly problem_count: number;
  readonly rejected_rows: number;
}

export interface RosterProblem {
  readonly severity: 'file' | 'row' | 'note';
  readonly sheet: string;
  readonly row: number;
  readonly column: string;
  readonly header: string;
  readonly what: Words;
  readonly remedy: Words;
}
