import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { WriteTransaction } from '../database/transaction.ts';
import { newId } from '../ids.ts';
import {
  CODE_SESSION_SECONDS,
  KEPT_AFTER_END_SECONDS,
  MOST_DEVICES,
  PASSWORD_SESSION_SECONDS,
  SWEPT_AT_ONCE,
  TOTP_SESSION_SECONDS,
} from './limits.ts';
import type { MadeBy, PersonKind, Strength } from './tables.ts';

const TOKEN_BYTES = 32;

export interface NewSession {
  readonly person: string;
  readonly kind: PersonKind;
  readonly strength: Strength;
  readonly madeBy: MadeBy;
  readonly device: string;
}

/** A session as the cookie and the answer need it. */
export interface OpenedSession {
  readonly id: string;
  /** Given to the browser once, never kept. */
  readonly token: string;
  readonly expiresAt: Date;
  readonly strength: Strength;
}

/** Signs a person in: a row, and the token that opens it. */
export async function openSession(
  transaction: WriteTransaction,
  { person, kind, strength, madeBy, device }: NewSession,
  at: Date,
): Promise<OpenedSession> {
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  const expiresAt = expiryOf(strength, at);
  const id = newId();
  await transaction
    .insertInto('sessions')
    .values({
      id,
      token_hash: hashToken(token),
      person_id: person,
      kind,
      strength,
      made_by: madeBy,
      device,
      made_at: at,
      last_seen_at: at,
      expires_at: expiresAt,
      ended_at: null,
    })
    .execute();
  await endOldest(transaction, person, at);
  await sweep(transaction, at);
  return { id, token, expiresAt, strength };
}

function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** The more a session may do, the sooner it ends. */
export function expiryOf(strength: Strength, at: Date): Date {
  const seconds = {
    code: CODE_SESSION_SECONDS,
    password: PASSWORD_SESSION_SECONDS,
    'password+totp': TOTP_SESSION_SECONDS,
  }[strength];
  return new Date(at.getTime() + seconds * 1000);
}

async function endOldest(transaction: WriteTransaction, person: string, at: Date): Promise<void> {
  await sql`
    update sessions set ended_at = ${at}
     where id in (select id from sessions where person_id = ${person} and ended_at is null
                   order by made_at desc, id desc offset ${MOST_DEVICES})`.execute(transaction);
}

async function sweep(transaction: WriteTransaction, at: Date): Promise<void> {
  const before = new Date(at.getTime() - KEPT_AFTER_END_SECONDS * 1000);
  await sql`
    delete from sessions
     where id in (select id from sessions where expires_at < ${before}
                   order by expires_at limit ${SWEPT_AT_ONCE}
                   for update skip locked)`.execute(transaction);
}
