/**
 * What the phone asks before openapi.json lists it. Once the generated types have an operation, TypeScript
 * refuses it here as a duplicate: delete it then, and this file with the last one.
 */
declare module '../../shared/api-types.gen.ts' {
  interface Operations {
    'GET /api/v1/carer/home': Asked<undefined, CarerHome>;
    'GET /api/v1/carer/points': Asked<undefined, CarerPoints>;
    'GET /api/v1/carers/{id}/points': {
      params: { id: string };
      query: { limit?: number; cursor?: string };
      body: undefined;
      answer: PointEntries;
    };
    'GET /api/v1/carer/activities': Asked<undefined, { readonly items: readonly CarerActivity[] }>;
    'GET /api/v1/carer/registrations': Asked<
      undefined,
      { readonly items: readonly CarerRegistration[] }
    >;
    'GET /api/v1/activities/{id}': Asked<{ id: string }, ActivityDetail>;
    'POST /api/v1/activities/{id}/registrations': {
      params: { id: string };
      query: undefined;
      body: { student_ids: readonly string[] };
      answer: SignedUp;
    };
    'DELETE /api/v1/activities/{id}/registrations/{registration_id}': Asked<
      { id: string; registration_id: string },
      undefined
    >;
    'GET /api/v1/activities/{id}/my-code': Asked<{ id: string }, MyCode>;
    'POST /api/v1/activities/{id}/self-check-ins': {
      params: { id: string };
      query: undefined;
      body: { code: string };
      answer: CheckIn;
    };
    'GET /api/v1/sign-in/sessions': Asked<undefined, { readonly items: readonly Device[] }>;
    'DELETE /api/v1/sign-in/sessions/{id}': Asked<{ id: string }, undefined>;
    'GET /api/v1/schools': Asked<undefined, { readonly items: readonly School[] }>;
    'GET /api/v1/link-requests': {
      params: undefined;
      query:
        | { limit?: number; cursor?: string; state?: 'waiting' | 'confirmed' | 'declined' }
        | undefined;
      body: undefined;
      answer: { readonly items: readonly LinkRequest[] };
    };
    'POST /api/v1/link-requests': {
      params: undefined;
      query: undefined;
      body: { school_id: string; child_name: string; class_hint: string; relationship: string };
      answer: LinkRequest;
    };
    'PATCH /api/v1/me': {
      params: undefined;
      query: undefined;
      body: { language?: 'zh-CN' | 'en'; type_size?: 'normal' | 'large' };
      answer: unknown;
    };
  }
}

interface Asked<Params, Answer> {
  params: Params;
  query: undefined;
  body: undefined;
  answer: Answer;
}

export interface Words {
  readonly zh: string;
  readonly en: string;
}

export interface CarerHome {
  readonly person_name: string;
  readonly children: readonly ChildProgress[];
  readonly today: readonly TodaysEvent[];
  readonly coming: readonly ComingEvent[];
  readonly notices: readonly HomeNotice[];
}

export interface ChildProgress {
  readonly student_id: string;
  readonly name: string;
  readonly class_name: string | null;
  readonly school_name: string | null;
  readonly total: number;
  readonly threshold: number;
  readonly missing: number;
  readonly certificate: {
    readonly id: string;
    readonly number: string;
    readonly state: string;
  } | null;
}

export interface TodaysEvent {
  readonly activity_id: string;
  readonly title: string;
  readonly begins_at: string;
  readonly ends_at: string;
  readonly place: string;
  readonly registration_state: string;
  readonly attendance: 'none' | 'entered' | 'left';
}

export interface ComingEvent {
  readonly activity_id: string;
  readonly title: string;
  readonly kind_name: Words;
  readonly begins_at: string;
  readonly ends_at: string;
  readonly place: string;
  readonly host_name: string;
  readonly places_left: number | null;
  readonly worth: number;
}

export interface HomeNotice {
  readonly id: string;
  readonly made_at: string;
  readonly activity_id: string | null;
  readonly text: Words;
}

export interface CarerPoints {
  readonly balance: number;
  readonly children: readonly {
    readonly student_id: string;
    readonly name: string;
    readonly total: number;
    readonly threshold: number;
    readonly missing: number;
    readonly carers: readonly {
      readonly carer_id: string;
      readonly name: string;
      readonly balance: number;
      readonly is_me: boolean;
    }[];
  }[];
  readonly coming: readonly ComingEvent[];
}

export interface PointEntry {
  readonly sequence: number;
  readonly amount: number;
  readonly raw_amount: number;
  readonly capped: boolean;
  readonly rule: {
    readonly id: string;
    readonly title: Words;
    readonly clause: string;
    readonly version: number;
    readonly per: 'hour' | 'event';
    readonly amount: number;
    readonly cap_day: number | null;
    readonly cap_term: number | null;
  };
  readonly counted_on: string;
  readonly posted_at: string;
  readonly deed: {
    readonly fact_id: string;
    readonly kind: string;
    readonly kind_name: Words;
    readonly at: string;
    readonly quantity: number;
    readonly unit: 'minutes' | 'occurrence';
    readonly organisation_name: string | null;
    readonly activity_title: string | null;
  };
  readonly reversal: { readonly reason: string } | null;
  readonly taken_back: boolean;
  readonly reason: Words;
}

export interface PointEntries {
  readonly carer: { readonly id: string; readonly name: string };
  readonly balance: number;
  readonly items: readonly PointEntry[];
  readonly next?: string;
}

export interface Registration {
  readonly id: string;
  readonly state: 'registered' | 'waiting' | 'cancelled';
  readonly waiting_position: number | null;
  readonly student_ids: readonly string[];
}

/** A place, and what else I signed up for at the same time. */
export interface SignedUp extends Registration {
  readonly clashes: readonly { readonly activity_id: string; readonly title: string }[];
}

export interface CarerActivity extends ComingEvent {
  readonly kind: string;
  readonly stages: readonly string[];
  /** Which of my children it is for. */
  readonly student_ids: readonly string[];
  readonly registration: Registration | null;
}

export interface ActivityDetail extends CarerActivity {
  readonly state: 'draft' | 'published' | 'cancelled' | 'finished';
  readonly description: string;
  readonly bring: string;
  readonly audience: string;
  readonly capacity: number | null;
  readonly registration_opens_at: string | null;
  readonly registration_closes_at: string | null;
  /** Where to join online; only those who have a place are told. */
  readonly online_link: string | null;
  readonly cancel_reason: string | null;
  readonly attendance: 'none' | 'entered' | 'left';
}

export interface CarerRegistration extends Registration {
  readonly activity_id: string;
  readonly title: string;
  readonly kind_name: Words;
  readonly begins_at: string;
  readonly ends_at: string;
  readonly place: string;
  readonly activity_state: string;
  readonly attendance: 'none' | 'entered' | 'left';
  /** That count; null until they are settled. */
  readonly minutes: number | null;
}

export interface MyCode {
  readonly pass: string;
  readonly expires_at: string;
}

export interface CheckIn {
  readonly direction: 'entry' | 'exit';
  readonly at: string;
  readonly repeated: boolean;
  readonly minutes: number | null;
  readonly title: string;
}

export interface Device {
  readonly id: string;
  readonly device: string;
  readonly is_this: boolean;
  readonly made_at: string;
  readonly last_seen_at: string;
}

export interface School {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
}

export interface LinkRequest {
  readonly id: string;
  readonly school_name: string;
  readonly child_name: string;
  readonly class_hint: string;
  readonly relationship: string;
  readonly state: 'waiting' | 'confirmed' | 'declined';
  readonly made_at: string;
}
