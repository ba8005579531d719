import type { Bed } from './bed.ts';
import type { Asked } from './http-load.ts';
import { signIn } from './sign-in.ts';

const roles = ['district-officer', 'principal', 'class-teacher'] as const;

/** Somebody who looks at the board of duties of their own place. */
export interface Asker {
  readonly cookie: string;
  /** Where the post is. */
  readonly place: string;
}

/** A district officer, the principal of the school with the most classes, and a class teacher there, signed in. */
export async function dutyAskers(bed: Bed): Promise<Record<(typeof roles)[number], Asker>> {
  const { schema } = bed.district.database;
  const { rows } = await bed.pool.query<{ role: string; person: string; place: string }>(
    `with largest as (
       select school.id from ${schema}.organisations school
         join ${schema}.organisations class on class.kind = 'class' and school.id = any(class.lineage)
        where school.kind = 'school' and class.closed_on is null
        group by school.id order by count(*) desc, school.id limit 1
     )
     select distinct on (role) role, person_id as person, organisation_id as place
       from ${schema}.posts
       join ${schema}.organisations own on own.id = organisation_id
      where ended_on is null and own.closed_on is null and role = any($1)
        and (role = 'district-officer' or (select id from largest) = any(lineage))
      order by role, person_id`,
    [[...roles]],
  );
  const signedIn = await signIn(
    bed,
    'password+totp',
    rows.map(({ person }) => person),
  );
  const asker = (role: string): Asker => {
    const index = rows.findIndex((row) => row.role === role);
    const cookie = signedIn[index]?.cookie;
    if (cookie === undefined) throw new Error(`The district has no ${role}.`);
    return { cookie, place: rows[index]?.place ?? '' };
  };
  return {
    'district-officer': asker('district-officer'),
    principal: asker('principal'),
    'class-teacher': asker('class-teacher'),
  };
}

/** What every browser can open. */
const asBrowser = (cookie: string) => ({ cookie, 'accept-encoding': 'gzip, deflate, br, zstd' });

export function boardOf({ cookie }: Asker, on?: string): Asked {
  const query = on === undefined ? '' : `?on=${on}`;
  return { method: 'GET', path: `/api/v1/duty-board${query}`, headers: asBrowser(cookie) };
}

/** Another view of the asker's place. */
export function viewOf({ cookie }: Asker, view: 'duty-trend' | 'duty-load' | 'plan'): Asked {
  return { method: 'GET', path: `/api/v1/${view}`, headers: asBrowser(cookie) };
}

/** What the asker answers for, with the first names. */
export function ownListOf({ cookie }: Asker): Asked {
  return { method: 'GET', path: '/api/v1/my-duties', headers: asBrowser(cookie) };
}

/** The first page behind a figure of a board: who is open in one duty at the asker's place. */
export function tasksOf(
  { cookie, place }: Asker,
  duty: string,
  { period, most }: { readonly period: string; readonly most?: number },
): Asked {
  const limit = most === undefined ? '' : `&limit=${most}`;
  const query = `place=${place}&period=${period}&standing=open${limit}`;
  return {
    method: 'GET',
    path: `/api/v1/duties/${duty}/tasks?${query}`,
    headers: asBrowser(cookie),
  };
}

/** Of a board what is looked at here. */
interface DutyBoard {
  readonly place: { readonly name: string };
  readonly rows: readonly {
    readonly duty: string;
    readonly period: string;
    readonly whole: { readonly done: number };
  }[];
}

/** The asker's board now. */
export async function readBoard(url: string, asker: Asker): Promise<DutyBoard> {
  const { path, headers } = boardOf(asker);
  const answer = await fetch(`${url}${path}`, { headers: headers as Record<string, string> });
  if (!answer.ok) throw new Error(`The board of duties answered ${answer.status}.`);
  return (await answer.json()) as DutyBoard;
}

/** The row of a duty that the plan of the demo has. */
export function rowOf(board: DutyBoard, duty: string): DutyBoard['rows'][number] {
  const row = board.rows.find((one) => one.duty === duty);
  if (!row) throw new Error(`There is no ${duty} on the board of ${board.place.name}.`);
  return row;
}
