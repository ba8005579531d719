import { createHmac, randomInt, timingSafeEqual } from 'node:crypto';
import { sql } from 'kysely';
import type { WriteTransaction } from '../database/transaction.ts';
import type { Sealing } from '../sealing/index.ts';
import { CODE_SECONDS, SWEPT_AT_ONCE, TRIES_A_CODE } from './limits.ts';

const CODES = 1_000_000;

/** Six digits, each as likely as the others. */
export function drawCode(): string {
  return String(randomInt(CODES)).padStart(6, '0');
}

/** Bound to the phone: the same code of another phone has another hash. */
function hashCode(sealing: Sealing, phone: string, code: string): Buffer {
  return createHmac('sha256', sealing.key('sign-in code')).update(`${phone} ${code}`).digest();
}

/** Keeps a new code in place of the old; gives when it expires. */
export async function keepCode(
  transaction: WriteTransaction,
  sealing: Sealing,
  { phone, code, at }: { phone: string; code: string; at: Date },
): Promise<Date> {
  const expires_at = new Date(at.getTime() + CODE_SECONDS * 1000);
  const fresh = { code_hash: hashCode(sealing, phone, code), made_at: at, expires_at, tries: 0 };
  await transaction
    .insertInto('sign_in_codes')
    .values({ phone_index: sealing.blindIndex('phone', phone), ...fresh, used_at: null })
    .onConflict((conflict) =>
      conflict.column('phone_index').doUpdateSet({ ...fresh, used_at: null }),
    )
    .execute();
  return expires_at;
}

/**
 * Tries a code: counts the try, then compares. The row stays locked until the transaction ends, so that tries
 * at the same moment are compared one after the other. `none` when there is nothing to try.
 */
export async function tryCode(
  transaction: WriteTransaction,
  sealing: Sealing,
  { phone, code, at }: { phone: string; code: string; at: Date },
): Promise<'right' | 'wrong' | 'none'> {
  const { rows } = await sql<{ code_hash: Buffer }>`
    update sign_in_codes set tries = tries + 1
     where phone_index = ${sealing.blindIndex('phone', phone)}
       and used_at is null and expires_at > ${at} and tries < ${TRIES_A_CODE}
    returning code_hash`.execute(transaction);
  const kept = rows[0]?.code_hash;
  if (!kept) return 'none';
  return timingSafeEqual(kept, hashCode(sealing, phone, code)) ? 'right' : 'wrong';
}

/** The code signed somebody in: never again. */
export async function useCode(
  transaction: WriteTransaction,
  sealing: Sealing,
  phone: string,
  at: Date,
): Promise<void> {
  await transaction
    .updateTable('sign_in_codes')
    .set({ used_at: at })
    .where('phone_index', '=', sealing.blindIndex('phone', phone))
    .execute();
}

/** The right code, but a question came back: the try does not count. */
export async function giveTryBack(
  transaction: WriteTransaction,
  sealing: Sealing,
  phone: string,
): Promise<void> {
  await sql`
    update sign_in_codes set tries = tries - 1
     where phone_index = ${sealing.blindIndex('phone', phone)}`.execute(transaction);
}

/** The message was not sent: nobody has the code. */
export async function dropCode(
  transaction: WriteTransaction,
  sealing: Sealing,
  phone: string,
): Promise<void> {
  await transaction
    .deleteFrom('sign_in_codes')
    .where('phone_index', '=', sealing.blindIndex('phone', phone))
    .execute();
}

/** Removes a few of the codes that nobody can use any more. */
export async function sweepCodes(transaction: WriteTransaction, at: Date): Promise<void> {
  const before = new Date(at.getTime() - 2 * 86_400_000);
  await sql`
    delete from sign_in_codes
     where phone_index = any(array(select phone_index from sign_in_codes
                                    where expires_at < ${before}
                                    limit ${SWEPT_AT_ONCE} for update skip locked))`.execute(
    transaction,
  );
}
