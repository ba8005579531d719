/**
 * What the desk asks before openapi.json lists it. Once the generated types have an operation, TypeScript
 * refuses it here as a duplicate: delete it then, and this file with the last one.
 */
declare module '../../shared/api-types.gen.ts' {
  interface Operations {
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
