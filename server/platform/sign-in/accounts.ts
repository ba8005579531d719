import { sql } from 'kysely';
import type { ReadTransaction, WriteTransaction } from '../database/transaction.ts';
import type { Sealing } from '../sealing/index.ts';
import type { PersonKind } from './tables.ts';

/** Begins with a letter, so that nobody can name an account like somebody else's phone. */
export const ACCOUNT_NAME = '^\\p{L}[\\p{L}\\p{N}._-]{2,39}$';

export interface Account {
  readonly person: string;
  readonly kind: PersonKind;
  readonly loginIndex: Buffer;
  readonly passwordHash: string;
  /** A confirmed authenticator's secret, sealed. */
  readonly totp: Buffer | null;
  /** One that is shown and not yet confirmed, sealed. */
  readonly totpOffered: Buffer | null;
  readonly lastStep: number;
}

/** What is typed at sign-in, a phone or an account name, as the table keeps it. */
export function loginIndex(sealing: Sealing, typed: string): Buffer {
  return sealing.blindIndex('sign-in account', typed.normalize('NFKC').trim().toLowerCase());
}

const columns = sql`
  person_id as person, kind, login_index as "loginIndex", password_hash as "passwordHash",
  totp_sealed as totp, totp_offered_sealed as "totpOffered", totp_last_step as "lastStep"`;

export async function findAccountByLogin(
  transaction: ReadTransaction,
  login: Buffer,
): Promise<Account | undefined> {
  const { rows } = await sql<Account>`
    select ${columns} from accounts where login_index = ${login}`.execute(transaction);
  return rows[0];
}

/** Locks the row: whoever brings the same code of the authenticator at the same moment waits and is refused. */
export async function lockAccount(
  transaction: WriteTransaction,
  person: string,
): Promise<Account | undefined> {
  const { rows } = await sql<Account>`
    select ${columns} from accounts where person_id = ${person} for update`.execute(transaction);
  return rows[0];
}

export async function keepPassword(
  transaction: WriteTransaction,
  account: { person: string; kind: PersonKind; loginIndex: Buffer; passwordHash: string },
  at: Date,
): Promise<void> {
  const kept = {
    login_index: account.loginIndex,
    password_hash: account.passwordHash,
    password_set_at: at,
  };
  await transaction
    .insertInto('accounts')
    .values({
      person_id: account.person,
      kind: account.kind,
      ...kept,
      totp_sealed: null,
      totp_confirmed_at: null,
      totp_offered_sealed: null,
    })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet(kept))
    .execute();
}

export async function offerTotp(
  transaction: WriteTransaction,
  person: string,
  sealed: Buffer,
): Promise<void> {
  await transaction
    .updateTable('accounts')
    .set({ totp_offered_sealed: sealed })
    .where('person_id', '=', person)
    .execute();
}

/** The offered authenticator proved itself by a code of this time step. */
export async function confirmTotp(
  transaction: WriteTransaction,
  person: string,
  step: number,
  at: Date,
): Promise<void> {
  await sql`
    update accounts
       set totp_sealed = totp_offered_sealed, totp_offered_sealed = null,
           totp_confirmed_at = ${at}, totp_last_step = ${step}
     where person_id = ${person}`.execute(transaction);
}

export async function keepTotpStep(
  transaction: WriteTransaction,
  person: string,
  step: number,
): Promise<void> {
  await transaction
    .updateTable('accounts')
    .set({ totp_last_step: step })
    .where('person_id', '=', person)
    .execute();
}

/** For the operator, when somebody lost their authenticator: the next sign-in by phone sets up another. */
export async function removeTotp(transaction: WriteTransaction, person: string): Promise<void> {
  await transaction
    .updateTable('accounts')
    .set({ totp_sealed: null, totp_confirmed_at: null, totp_offered_sealed: null })
    .where('person_id', '=', person)
    .execute();
}
