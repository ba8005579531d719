import { type RawBuilder, sql } from 'kysely';
import { newId, type ReadTransaction, type WriteTransaction } from '../../../platform/index.ts';
import type { CertificateState } from '../states.ts';

declare module '../../../platform/database/tables.ts' {
  interface Tables {
    certificates: CertificateRow;
    certificate_events: CertificateEventRow;
  }
}

export interface CertificateRow {
  id: string;
  kind: string;
  number: string;
  student_id: string;
  state: CertificateState;
  threshold: number;
  status_index: number;
  issued_at: Date | null;
  valid_until: Date | null;
  credential: unknown;
}

export type CertificateEventKind = 'decided' | 'issued' | 'suspended' | 'reinstated' | 'revoked';

interface CertificateEventRow {
  id: string;
  certificate_id: string;
  event: CertificateEventKind;
  at: Date;
  total: number | null;
  fact_id: string | null;
  reason: string | null;
}

/** A certificate as the counter needs it. */
export interface CertificateStanding {
  readonly id: string;
  readonly student_id: string;
  readonly state: CertificateState;
  readonly threshold: number;
}

export async function listStandings(
  transaction: ReadTransaction,
  kind: string,
  students: readonly string[],
): Promise<CertificateStanding[]> {
  const { rows } = await sql<CertificateStanding>`
    select id, student_id, state, threshold from certificates
     where kind = ${kind} and student_id = any(${students}::uuid[])`.execute(transaction);
  return rows;
}

/** What is decided of one child's certificate. */
export interface Decision {
  readonly certificate: string;
  readonly student: string;
  readonly event: 'decided' | 'suspended' | 'reinstated';
  readonly total: number;
  readonly fact: string | null;
  readonly threshold: number;
}

/** Makes the certificates that are newly due; the numbers carry the year and count up. */
export async function insertDue(
  transaction: WriteTransaction,
  kind: string,
  numberPrefix: string,
  decisions: readonly Decision[],
): Promise<void> {
  if (decisions.length === 0) return;
  await sql`
    insert into certificates (id, kind, number, student_id, state, threshold, status_index)
    select id, ${kind}, ${numberPrefix} || lpad(nextval('certificate_numbers')::text, 7, '0'),
           student_id, 'due', threshold, nextval('certificate_status_indexes')
      from unnest(
        ${decisions.map((one) => one.certificate)}::uuid[],
        ${decisions.map((one) => one.student)}::uuid[],
        ${decisions.map((one) => one.threshold)}::integer[]) as due (id, student_id, threshold)
    on conflict on constraint one_certificate_a_child_and_kind do nothing`.execute(transaction);
}

export async function suspend(
  transaction: WriteTransaction,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  await sql`
    update certificates set state = 'suspended'
     where id = any(${ids}::uuid[])`.execute(transaction);
}

/** Valid again; one that fell before it was signed is due again. */
export async function reinstate(
  transaction: WriteTransaction,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  await sql`
    update certificates set state = case when credential is null then 'due' else 'valid' end
     where id = any(${ids}::uuid[])`.execute(transaction);
}

export async function insertEvents(
  transaction: WriteTransaction,
  decisions: readonly Decision[],
  at: Date,
): Promise<void> {
  if (decisions.length === 0) return;
  await transaction
    .insertInto('certificate_events')
    .values(
      decisions.map(({ certificate, event, total, fact }) => ({
        id: newId(),
        certificate_id: certificate,
        event,
        at,
        total,
        fact_id: fact,
        reason: null,
      })),
    )
    .execute();
}

/** Takes certificates to sign; another issuer at the same moment takes others. */
export async function takeDue(
  transaction: WriteTransaction,
  most: number,
): Promise<CertificateRow[]> {
  return transaction
    .selectFrom('certificates')
    .selectAll()
    .where('state', '=', 'due')
    .orderBy('id')
    .limit(most)
    .forUpdate()
    .skipLocked()
    .execute();
}

export interface Issued {
  readonly id: string;
  readonly credential: object;
  readonly issuedAt: Date;
  readonly validUntil: Date;
}

export async function storeIssued(
  transaction: WriteTransaction,
  issued: readonly Issued[],
): Promise<void> {
  await sql`
    update certificates
       set state = 'valid', credential = signed.credential,
           issued_at = signed.issued_at, valid_until = signed.valid_until
      from unnest(
        ${issued.map((one) => one.id)}::uuid[],
        ${issued.map((one) => JSON.stringify(one.credential))}::jsonb[],
        ${issued.map((one) => one.issuedAt)}::timestamptz[],
        ${issued.map((one) => one.validUntil)}::timestamptz[])
      as signed (id, credential, issued_at, valid_until)
     where certificates.id = signed.id`.execute(transaction);
  await sql`
    insert into certificate_events (id, certificate_id, event, at)
    select event_id, id, 'issued', at
      from unnest(${issued.map(() => newId())}::uuid[],
                  ${issued.map((one) => one.id)}::uuid[],
                  ${issued.map((one) => one.issuedAt)}::timestamptz[]) as made (event_id, id, at)
  `.execute(transaction);
}

/** A certificate as its pages show it. */
export interface CertificateRecord extends CertificateRow {
  readonly events: readonly CertificateEvent[];
}

export interface CertificateEvent {
  readonly event: CertificateEventKind;
  readonly at: string;
  readonly total: number | null;
  readonly fact_id: string | null;
  readonly reason: string | null;
}

export async function listCertificatesOf(
  transaction: ReadTransaction,
  students: readonly string[],
): Promise<CertificateRecord[]> {
  return readRecords(transaction, sql`student_id = any(${students}::uuid[])`);
}

export async function findCertificate(
  transaction: ReadTransaction,
  id: string,
): Promise<CertificateRecord | undefined> {
  const [found] = await readRecords(transaction, sql`id = ${id}`);
  return found;
}

export async function listCertificatesByNumber(
  transaction: ReadTransaction,
  numbers: readonly string[],
): Promise<CertificateRecord[]> {
  return readRecords(transaction, sql`number = any(${numbers}::text[])`);
}

export async function listCertificatesById(
  transaction: ReadTransaction,
  ids: readonly string[],
): Promise<CertificateRecord[]> {
  return readRecords(transaction, sql`id = any(${ids}::uuid[])`);
}

async function readRecords(
  transaction: ReadTransaction,
  where: RawBuilder<unknown>,
): Promise<CertificateRecord[]> {
  const { rows } = await sql<CertificateRecord>`
    select certificates.*,
           coalesce((select json_agg(json_build_object('event', event, 'at', at, 'total', total,
                                      'fact_id', fact_id, 'reason', reason) order by at, id)
              from certificate_events where certificate_id = certificates.id), '[]') as events
      from certificates where ${where} order by number`.execute(transaction);
  return rows;
}

/** A certificate as a home names it. */
export interface CertificateBrief {
  readonly id: string;
  readonly number: string;
  readonly student_id: string;
  readonly state: CertificateState;
}

export async function listCertificatesBriefly(
  transaction: ReadTransaction,
  students: readonly string[],
): Promise<CertificateBrief[]> {
  const { rows } = await sql<CertificateBrief>`
    select id, number, student_id, state from certificates
     where student_id = any(${students}::uuid[])`.execute(transaction);
  return rows;
}
