import { sql } from 'kysely';
import type { WhoCounts } from '../../../plan/index.ts';
import { newId, type ReadTransaction, type WriteTransaction } from '../../../platform/index.ts';
import type { Asked, Because } from '../rules/threshold.ts';
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
  asked: number;
  counted: WhoCounts;
  because: readonly Because[];
  status_index: number;
  issued_at: Date | null;
  valid_until: Date | null;
  credential: unknown;
  version: number;
  replaced_by: string | null;
  /** Since when an appeal about it is open. */
  appealed_at: Date | null;
}

/** How a certificate came about. */
export type Beginning = 'decided' | 'renewed' | 'renamed' | 'reissued';

export type CertificateEventKind =
  | Beginning
  | 'issued'
  | 'suspended'
  | 'reinstated'
  | 'contested'
  | 'ended'
  | 'revoked'
  | 'replaced';

interface CertificateEventRow {
  id: string;
  certificate_id: string;
  event: CertificateEventKind;
  at: Date;
  total: number | null;
  fact_id: string | null;
  reason: string | null;
  decided_by: string | null;
}

/** A certificate as the counter needs it. */
export interface CertificateStanding {
  readonly id: string;
  readonly student_id: string;
  readonly state: CertificateState;
  /** What was asked of the family, and whose points are held against it. */
  readonly asked: number;
  readonly counted: WhoCounts;
}

export async function listStandings(
  transaction: ReadTransaction,
  kind: string,
  students: readonly string[],
): Promise<CertificateStanding[]> {
  const { rows } = await sql<CertificateStanding>`
    select id, student_id, state, asked, counted from certificates
     where kind = ${kind} and student_id = any(${students}::uuid[]) and replaced_by is null
  `.execute(transaction);
  return rows;
}

/** What became of one certificate, and why. */
export interface Happening {
  readonly certificate: string;
  readonly event: CertificateEventKind;
  readonly total?: number | null;
  readonly fact?: string | null;
  /** In words, where a person decided. */
  readonly reason?: string | null;
  readonly decidedBy?: string | null;
}

/** A certificate to be made and signed. */
export interface DueCertificate extends Asked {
  readonly certificate: string;
  readonly student: string;
  readonly threshold: number;
  /** The one whose place it takes. */
  readonly replaces?: string | undefined;
  /** The end that it keeps of the other one; a term of its own if not given. */
  readonly validUntil?: Date | null | undefined;
}

/** Makes the certificates that are newly due; the numbers carry the year and count up. */
export async function insertDue(
  transaction: WriteTransaction,
  kind: string,
  numberPrefix: string,
  due: readonly DueCertificate[],
): Promise<void> {
  if (due.length === 0) return;
  await giveUpPlaces(transaction, due);
  await sql`
    insert into certificates (id, kind, number, student_id, state, threshold, asked, counted, because,
                              status_index, valid_until)
    select id, ${kind}, ${numberPrefix} || lpad(nextval('certificate_numbers')::text, 7, '0'),
           student_id, 'due', threshold, asked, counted, because,
           nextval('certificate_status_indexes'), valid_until
      from unnest(
        ${due.map((one) => one.certificate)}::uuid[],
        ${due.map((one) => one.student)}::uuid[],
        ${due.map((one) => one.threshold)}::integer[],
        ${due.map((one) => one.asked)}::integer[],
        ${due.map((one) => one.counted)}::text[],
        ${due.map((one) => JSON.stringify(one.because))}::jsonb[],
        ${due.map((one) => one.validUntil ?? null)}::timestamptz[])
      as due (id, student_id, threshold, asked, counted, because, valid_until)
    on conflict (student_id, kind) where replaced_by is null do nothing`.execute(transaction);
}

/** What was revoked stays so: the other certificate does not wash it. */
async function giveUpPlaces(
  transaction: WriteTransaction,
  due: readonly DueCertificate[],
): Promise<void> {
  const replacing = due.flatMap(({ certificate, replaces }) =>
    replaces === undefined ? [] : [{ certificate, replaces }],
  );
  if (replacing.length === 0) return;
  await sql`
    update certificates
       set replaced_by = next.certificate, version = version + 1,
           state = case when state = 'revoked' then state else 'replaced' end
      from unnest(
        ${replacing.map((one) => one.replaces)}::uuid[],
        ${replacing.map((one) => one.certificate)}::uuid[]) as next (replaces, certificate)
     where certificates.id = next.replaces`.execute(transaction);
}

/** Holds a certificate until the transaction ends; the issuer waits too. */
export async function takeCertificate(
  transaction: WriteTransaction,
  id: string,
): Promise<CertificateRow | undefined> {
  return transaction
    .selectFrom('certificates')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

/** Valid certificates whose time is over, the longest first; held. */
export async function takeOutOfTime(
  transaction: WriteTransaction,
  at: Date,
  most: number,
): Promise<CertificateRow[]> {
  return transaction
    .selectFrom('certificates')
    .selectAll()
    .where('state', '=', 'valid')
    .where('valid_until', '<', at)
    .orderBy('valid_until')
    .limit(most)
    .forUpdate()
    .execute();
}

export async function isAnyOutOfTime(transaction: ReadTransaction, at: Date): Promise<boolean> {
  const found = await transaction
    .selectFrom('certificates')
    .select('id')
    .where('state', '=', 'valid')
    .where('valid_until', '<', at)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

export async function moveTo(
  transaction: WriteTransaction,
  state: CertificateState,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  await sql`
    update certificates set state = ${state}, version = version + 1
     where id = any(${ids}::uuid[])`.execute(transaction);
}

/** Valid again; one that fell before it was signed is due again. */
export async function reinstate(
  transaction: WriteTransaction,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  await sql`
    update certificates
       set state = case when credential is null then 'due' else 'valid' end, version = version + 1
     where id = any(${ids}::uuid[])`.execute(transaction);
}

export async function insertEvents(
  transaction: WriteTransaction,
  happenings: readonly Happening[],
  at: Date,
): Promise<void> {
  if (happenings.length === 0) return;
  await transaction
    .insertInto('certificate_events')
    .values(
      happenings.map(({ certificate, event, total, fact, reason, decidedBy }) => ({
        id: newId(),
        certificate_id: certificate,
        event,
        at,
        total: total ?? null,
        fact_id: fact ?? null,
        reason: reason ?? null,
        decided_by: decidedBy ?? null,
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
       set state = 'valid', version = version + 1, credential = signed.credential,
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
