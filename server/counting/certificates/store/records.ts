import { type RawBuilder, sql } from 'kysely';
import type { ReadTransaction, WriteTransaction } from '../../../platform/index.ts';
import type { Asked } from '../rules/threshold.ts';
import type { CertificateState } from '../states.ts';
import type { CertificateEventKind, CertificateRow } from './certificates.ts';

/** A certificate as its pages show it. */
export interface CertificateRecord extends CertificateRow {
  readonly events: readonly CertificateEvent[];
  /** The number of the one that took its place. */
  readonly successor_number: string | null;
  /** The one whose place it took. */
  readonly replaces: { readonly id: string; readonly number: string } | null;
}

export interface CertificateEvent {
  readonly event: CertificateEventKind;
  readonly at: string;
  readonly total: number | null;
  readonly fact_id: string | null;
  readonly reason: string | null;
}

/** The present ones first. */
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
           (select number from certificates as successor
             where successor.id = certificates.replaced_by) as successor_number,
           (select json_build_object('id', id, 'number', number) from certificates as before
             where before.replaced_by = certificates.id) as replaces,
           coalesce((select json_agg(json_build_object('event', event, 'at', at, 'total', total,
                                      'fact_id', fact_id, 'reason', reason) order by at, id)
              from certificate_events where certificate_id = certificates.id), '[]') as events
      from certificates where ${where} order by replaced_by is not null, number`.execute(
    transaction,
  );
  return rows;
}

/** Those of these that took another's place. */
export async function listReplacing(
  transaction: ReadTransaction,
  ids: readonly string[],
): Promise<Set<string>> {
  const { rows } = await sql<{ replaced_by: string }>`
    select replaced_by from certificates where replaced_by = any(${ids}::uuid[])
  `.execute(transaction);
  return new Set(rows.map(({ replaced_by }) => replaced_by));
}

/** The present certificate of a child, as a home names it. */
export interface CertificateBrief extends Asked {
  readonly id: string;
  readonly number: string;
  readonly student_id: string;
  readonly state: CertificateState;
  /** What the plan asked of everyone then. */
  readonly threshold: number;
}

export async function listCertificatesBriefly(
  transaction: ReadTransaction,
  students: readonly string[],
): Promise<CertificateBrief[]> {
  const { rows } = await sql<CertificateBrief>`
    select id, number, student_id, state, threshold, asked, counted, because from certificates
     where student_id = any(${students}::uuid[]) and replaced_by is null`.execute(transaction);
  return rows;
}

/** The people who decided about one. */
export async function deciders(transaction: ReadTransaction, id: string): Promise<string[]> {
  const { rows } = await sql<{ decided_by: string }>`
    select distinct decided_by from certificate_events
     where certificate_id = ${id} and decided_by is not null`.execute(transaction);
  return rows.map(({ decided_by }) => decided_by);
}

/** An appeal about it is open since then, unless one is since before; null: none is any more. */
export async function setAppealed(
  transaction: WriteTransaction,
  id: string,
  since: Date | null,
): Promise<void> {
  await transaction
    .updateTable('certificates')
    .set({ appealed_at: since && sql<Date>`coalesce(appealed_at, ${since})` })
    .where('id', '=', id)
    .execute();
}

/** By its place in the status lists, which is all that a copy tells. */
export async function findByStatusIndex(
  transaction: ReadTransaction,
  index: number,
): Promise<CertificateRow | undefined> {
  return transaction
    .selectFrom('certificates')
    .selectAll()
    .where('status_index', '=', index)
    .executeTakeFirst();
}
