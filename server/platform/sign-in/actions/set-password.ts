import { sql } from 'kysely';
import { forgive, take } from '../../allowances/index.ts';
import type { WriteTransaction } from '../../database/transaction.ts';
import type { District } from '../../district.ts';
import { BadRequest } from '../../http/refusals.ts';
import {
  type Account,
  findAccountByLogin,
  keepPassword,
  lockAccount,
  loginIndex,
} from '../accounts.ts';
import { endOtherSessions, strengthen } from '../change-sessions.ts';
import { forgetSessions, type Session } from '../find-session.ts';
import { isProvenByPhone } from '../is-proven-by-phone.ts';
import { writeAtTheDoor } from '../lasting-refusal.ts';
import { WRONG_PASSWORDS } from '../limits.ts';
import { hashPassword, isPassword, isWeakPassword } from '../password.ts';
import type { PeopleAtTheDoor } from '../people.ts';
import { AccountNameTaken, Locked, PasswordWeak, PasswordWrong, ProofNeeded } from '../refusals.ts';

export interface PasswordWanted {
  readonly password: string;
  readonly currentPassword?: string | undefined;
  /** What to type at sign-in instead of the phone. */
  readonly accountName?: string | undefined;
  readonly at: Date;
}

/**
 * Sets or changes one's password, and signs out one's other devices. Allowed soon after signing in by phone,
 * or with the present password. Refuses `sign-in.proof-needed`, `sign-in.password-wrong`,
 * `sign-in.password-weak`, `sign-in.account-name-taken` and `sign-in.locked`.
 */
export async function setPassword(
  district: District,
  people: PeopleAtTheDoor,
  session: Session,
  wanted: PasswordWanted,
): Promise<void> {
  await requireProof(district, session, wanted);
  const phone = await district.database.read({ person: null, reach: [] }, (transaction) =>
    people.phoneOf(transaction, district, session.person),
  );
  if (isWeakPassword(wanted.password, [phone ?? '', wanted.accountName ?? ''])) {
    throw PasswordWeak();
  }
  const passwordHash = await hashPassword(wanted.password);
  const ended = await writeAtTheDoor(district, async (transaction) => {
    const { person, kind } = session;
    const account = await lockAccount(transaction, person);
    const login = loginWanted(district, account, wanted.accountName, phone);
    await sql`select pg_advisory_xact_lock(hashtext('gongyu account names'))`.execute(transaction);
    const holder = await findAccountByLogin(transaction, login);
    if (holder && holder.person !== person) return AccountNameTaken();
    await keepPassword(transaction, { person, kind, loginIndex: login, passwordHash }, wanted.at);
    await forgive(transaction, WRONG_PASSWORDS, login);
    return strengthenTo(transaction, session, wanted.at);
  });
  forgetSessions(district.database, ended);
}

async function strengthenTo(
  transaction: WriteTransaction,
  session: Session,
  at: Date,
): Promise<string[]> {
  if (session.strength === 'code') await strengthen(transaction, session, 'password', at);
  return [session.id, ...(await endOtherSessions(transaction, session, at))];
}

function loginWanted(
  { sealing }: District,
  account: Account | undefined,
  name: string | undefined,
  phone: string | undefined,
): Buffer {
  if (name !== undefined) return loginIndex(sealing, name);
  if (account) return account.loginIndex;
  if (phone !== undefined) return loginIndex(sealing, phone);
  throw BadRequest({
    fields: [
      {
        field: 'account',
        reason: { zh: '请取一个账号名', en: 'Please choose an account name' },
      },
    ],
  });
}

async function requireProof(
  district: District,
  session: Session,
  { currentPassword, at }: PasswordWanted,
): Promise<void> {
  if (isProvenByPhone(session, at)) return;
  if (currentPassword === undefined) throw ProofNeeded();
  const account = await writeAtTheDoor(district, async (transaction) => {
    const found = await lockAccount(transaction, session.person);
    if (!found) return ProofNeeded();
    const verdict = await take(transaction, WRONG_PASSWORDS, found.loginIndex, at);
    if (verdict.allowed) return found;
    return Locked({ retryAfterSeconds: verdict.retryAfterSeconds });
  });
  if (!(await isPassword(account.passwordHash, currentPassword))) throw PasswordWrong();
}
