import { sql } from 'kysely';
import { type StudentsAsked, studentsWithin } from '../../../directory/index.ts';
import {
  type After,
  directionOf,
  type ReadTransaction,
  running,
  type Sort,
} from '../../../platform/index.ts';
import type { certificateSortKeys } from '../shapes.ts';
import type { CertificateState } from '../states.ts';

export interface CertificatesAsked {
  readonly children: StudentsAsked;
  /** How the number begins. */
  readonly number: string | undefined;
  readonly state: CertificateState | undefined;
  readonly from: Date | undefined;
  /** Before this instant. */
  readonly until: Date | undefined;
  readonly sort: Sort<(typeof certificateSortKeys)[number]>;
  readonly after: After | undefined;
  readonly most: number;
}

export interface CertificateLine {
  readonly id: string;
  readonly kind: string;
  readonly number: string;
  readonly student_id: string;
  readonly student_name: string;
  readonly class_name: string | null;
  readonly school_name: string | null;
  readonly state: CertificateState;
  readonly issued_at: Date | null;
  readonly valid_until: Date | null;
  readonly sort_value: string;
}

const sortKeys = {
  name: sql`student.name_in_order`,
  // What is still to be signed is the newest.
  issued: sql`coalesce(issued_at, 'infinity')`,
  state: sql`state`,
};

/** Certificates of the children in reach. */
export async function listCertificates(
  transaction: ReadTransaction,
  asked: CertificatesAsked,
): Promise<CertificateLine[]> {
  const { children, number, state, from, until, sort, after, most } = asked;
  const { key, down } = directionOf(sort);
  const run = running({ by: sortKeys[key], id: sql`certificates.id`, down, after });
  const { rows } = await sql<CertificateLine>`
    select certificates.id, kind, number, student_id, student.name as student_name, class_name,
           school_name, state, issued_at, valid_until, ${run.value} as sort_value
      from certificates
      join ${studentsWithin(children)} as student on student.id = student_id
     where true
       ${number ? sql`and starts_with(number, ${number})` : sql``}
       ${state ? sql`and state = ${state}` : sql``}
       ${from ? sql`and issued_at >= ${from}` : sql``}
       ${until ? sql`and issued_at < ${until}` : sql``}
       ${run.beyond}
     order by ${run.order}
     limit ${most}`.execute(transaction);
  return rows;
}
