import { sql } from 'kysely';
import type { ReadTransaction, WriteTransaction } from '../database/transaction.ts';
import type { Session } from './find-session.ts';
import { expiryOf } from './sessions.ts';
import type { Strength } from './tables.ts';

/** More was proven: the session may do more, and ends sooner. */
export async function strengthen(
  transaction: WriteTransaction,
  { id, expiresAt }: Session,
  strength: Strength,
  at: Date,
): Promise<void> {
  const sooner = Math.min(expiresAt.getTime(), expiryOf(strength, at).getTime());
  await transaction
    .updateTable('sessions')
    .set({ strength, expires_at: new Date(sooner) })
    .where('id', '=', id)
    .execute();
}

/** Signs out every other device of the person; gives the ids. */
export async function endOtherSessions(
  transaction: WriteTransaction,
  { id, person }: Session,
  at: Date,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update sessions set ended_at = ${at}
     where person_id = ${person} and id <> ${id} and ended_at is null
    returning id`.execute(transaction);
  return rows.map((row) => row.id);
}

/** Signs out one device of the person; false when there is none of that id. */
export async function endSession(
  transaction: WriteTransaction,
  person: string,
  id: string,
  at: Date,
): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    update sessions set ended_at = ${at}
     where id = ${id} and person_id = ${person} and ended_at is null
    returning id`.execute(transaction);
  return rows.length > 0;
}

export interface Device {
  readonly id: string;
  readonly device: string;
  readonly made_at: Date;
  readonly last_seen_at: Date;
}

/** The person's devices, the last seen first. */
export async function listDevices(
  transaction: ReadTransaction,
  person: string,
  at: Date,
): Promise<Device[]> {
  const { rows } = await sql<Device>`
    select id, device, made_at, last_seen_at from sessions
     where person_id = ${person} and ended_at is null and expires_at > ${at}
     order by last_seen_at desc, id desc`.execute(transaction);
  return rows;
}
