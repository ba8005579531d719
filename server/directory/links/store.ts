import { type RawBuilder, sql } from 'kysely';
import {
  type After,
  directionOf,
  type ReadTransaction,
  running,
  type Sort,
  type WriteTransaction,
} from '../../platform/index.ts';
import { nameInOrder } from '../sort-keys.ts';
import { MOST_MATCHES, MOST_SCHOOLS } from './limits.ts';

export type LinkState = 'waiting' | 'confirmed' | 'declined';

export interface SchoolLine {
  readonly id: string;
  readonly name: string;
  readonly kind: 'school' | 'kindergarten';
}

export async function listSchools(transaction: ReadTransaction): Promise<SchoolLine[]> {
  const { rows } = await sql<SchoolLine>`
    select id, name, kind from organisations
     where kind in ('school', 'kindergarten') and closed_on is null
     order by name, id limit ${MOST_SCHOOLS}`.execute(transaction);
  return rows;
}

export interface LinkLine {
  readonly id: string;
  readonly school_id: string;
  readonly school_name: string;
  readonly child_name: string;
  readonly class_hint: string;
  readonly relationship: string;
  readonly state: LinkState;
  readonly made_at: Date;
  readonly decided_at: Date | null;
  readonly reason: string | null;
  readonly is_new: boolean;
  readonly carer_id: string;
  readonly carer_name: string;
  readonly phone_sealed: Buffer | null;
}

export const linkSortKeys = ['asked', 'carer'] as const;

export interface LinksAsked {
  readonly state: LinkState | undefined;
  readonly sort: Sort<(typeof linkSortKeys)[number]>;
  readonly after: After | undefined;
  readonly most: number;
}

/** The lines' statement, whoever asks: only what narrows it differs. */
function listLines(
  transaction: ReadTransaction,
  { state, sort, after, most }: LinksAsked,
  whose: RawBuilder<unknown>,
) {
  const { key, down } = directionOf(sort);
  const by = { asked: sql`asked_at`, carer: nameInOrder('people') }[key];
  const run = running({ by, id: sql`link_requests.id`, down, after });
  return sql<PagedLine>`
    select link_requests.id, school_id, school.name as school_name, child_name, class_hint,
           relationship, state, asked_at as made_at, decided_at, reason,
           decided_at is not null and seen_at is null as is_new, people.id as carer_id,
           people.name as carer_name, phone_sealed, ${run.value} as sort_value
      from link_requests
      join people on people.id = person_id
      join organisations as school on school.id = school_id
     where ${whose}
       ${state ? sql`and state = ${state}` : sql``}
       ${run.beyond}
     order by ${run.order}
     limit ${most}`.execute(transaction);
}

type PagedLine = LinkLine & { readonly sort_value: string };

/** Requests to schools within these places of the tree, and to these very schools. */
export async function listLinksTo(
  transaction: ReadTransaction,
  { within, schools }: { within: readonly string[]; schools: readonly string[] },
  asked: LinksAsked,
): Promise<PagedLine[]> {
  const theirs = sql`(school.lineage && ${within}::uuid[] or school_id = any(${schools}::uuid[]))`;
  return (await listLines(transaction, asked, theirs)).rows;
}

export async function listLinksOf(
  transaction: ReadTransaction,
  person: string,
  asked: LinksAsked,
): Promise<PagedLine[]> {
  return (await listLines(transaction, asked, sql`person_id = ${person}`)).rows;
}

export async function findOwnLink(
  transaction: ReadTransaction,
  person: string,
  id: string,
): Promise<LinkLine | undefined> {
  const one = { state: undefined, sort: 'asked', after: undefined, most: 1 } as const;
  const own = sql`person_id = ${person} and link_requests.id = ${id}`;
  const [found] = (await listLines(transaction, one, own)).rows;
  if (!found) return undefined;
  const { sort_value: _, ...line } = found;
  return line;
}

/** What is said of a decision. */
export interface LinkDecisionTold {
  readonly school_name: string;
  readonly child_name: string;
  readonly state: LinkState;
  readonly reason: string | null;
}

export async function getDecision(
  transaction: ReadTransaction,
  id: string,
): Promise<LinkDecisionTold> {
  const { rows } = await sql<LinkDecisionTold>`
    select school.name as school_name, child_name, state, reason
      from link_requests join organisations as school on school.id = school_id
     where link_requests.id = ${id}`.execute(transaction);
  return rows[0] as LinkDecisionTold;
}

/** The carer has seen all that was decided until now; gives the requests that were new to them. */
export async function markDecisionsSeen(
  transaction: WriteTransaction,
  person: string,
  at: Date,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update link_requests set seen_at = ${at}
     where person_id = ${person} and decided_at is not null and seen_at is null
    returning id`.execute(transaction);
  return rows.map(({ id }) => id);
}

export interface Match {
  readonly request: string;
  readonly student_id: string;
  readonly name: string;
  readonly class_name: string | null;
}

/** For each request the children of that name at that school, as far as row-level security shows them. */
export async function matchesOf(
  transaction: ReadTransaction,
  requests: readonly string[],
): Promise<Match[]> {
  const { rows } = await sql<Match>`
    select link_requests.id as request, found.id as student_id, found.name, class.name as class_name
      from link_requests
      cross join lateral (
        select id, name, class_id from students
         where name = child_name and lineage @> array[school_id]
         order by id limit ${MOST_MATCHES}) as found
      left join organisations as class on class.id = found.class_id
     where link_requests.id = any(${requests}::uuid[])
     order by class.name, found.id`.execute(transaction);
  return rows;
}

export interface WaitingLink {
  readonly id: string;
  readonly person_id: string;
  readonly school_id: string;
  readonly lineage: string[];
  readonly relationship: string;
  readonly state: LinkState;
}

/** Locked, so that two who decide at once decide one after the other. */
export async function lockLink(
  transaction: WriteTransaction,
  id: string,
): Promise<WaitingLink | undefined> {
  const { rows } = await sql<WaitingLink>`
    select link_requests.id, person_id, school_id, school.lineage, relationship, state
      from link_requests join organisations as school on school.id = school_id
     where link_requests.id = ${id} for update of link_requests`.execute(transaction);
  return rows[0];
}

export interface LinkedPair {
  readonly id: string;
  readonly student_id: string;
  /** The child's class, or the last one after leaving. */
  readonly class_id: string;
  readonly lineage: string[];
  readonly relationship: string;
}

export async function findOpenGuardianship(
  transaction: ReadTransaction,
  { student, carer }: { student: string; carer: string },
): Promise<LinkedPair | undefined> {
  const links = await listOpenGuardianships(transaction, carer);
  return links.find(({ student_id }) => student_id === student);
}

/** Whom a carer raises, of the children whom the reader may see. */
export async function listOpenGuardianships(
  transaction: ReadTransaction,
  carer: string,
): Promise<LinkedPair[]> {
  const { rows } = await sql<LinkedPair>`
    select guardianships.id, student_id, lineage, relationship,
           coalesce(students.class_id, (select class_id from enrolments
             where student_id = students.id order by began_on desc limit 1)) as class_id
      from guardianships join students on students.id = student_id
     where carer_id = ${carer} and ended_on is null`.execute(transaction);
  return rows;
}
