import { forgive, giveBack, limited, networkOf, take } from '../../allowances/index.ts';
import type { WriteTransaction } from '../../database/transaction.ts';
import type { District } from '../../district.ts';
import type { Refusal } from '../../http/refusal.ts';
import {
  type Account,
  findAccountByLogin,
  keepTotpStep,
  lockAccount,
  loginIndex,
} from '../accounts.ts';
import { writeAtTheDoor } from '../lasting-refusal.ts';
import { PASSWORDS_BY_ADDRESS, WRONG_PASSWORDS } from '../limits.ts';
import { isPassword } from '../password.ts';
import type { PeopleAtTheDoor } from '../people.ts';
import { Locked, PasswordWrong, TotpNeeded, TotpWrong } from '../refusals.ts';
import { openSession } from '../sessions.ts';
import type { Strength } from '../tables.ts';
import { stepOfTotp } from '../totp.ts';
import type { SignedIn } from './sign-in-by-code.ts';

export interface PasswordGiven {
  /** A phone or an account name. */
  readonly account: string;
  readonly password: string;
  readonly totp?: string | undefined;
  readonly address: string;
  readonly device: string;
  readonly at: Date;
}

/**
 * Signs in by password, and by a code of the authenticator where the account has one. Refuses
 * `sign-in.password-wrong` in the same way and time whether or not there is such an account,
 * `sign-in.totp-needed`, `sign-in.totp-wrong` (also for a code taken before) and `sign-in.locked`.
 */
export async function signInByPassword(
  district: District,
  people: PeopleAtTheDoor,
  given: PasswordGiven,
): Promise<SignedIn> {
  const login = loginIndex(district.sealing, given.account);
  // The try is paid for before it is made: a hundred at once are a hundred tries, not one.
  const account = await writeAtTheDoor(district, (transaction) =>
    payForTry(transaction, district, login, given),
  );
  // Hashing takes its time outside any transaction, so that it holds no connection.
  const right = await isPassword(account?.passwordHash, given.password);
  if (!right || !account) throw PasswordWrong();
  return writeAtTheDoor(district, async (transaction) => {
    const strength = await strengthShown(transaction, district, login, given, account);
    if (typeof strength !== 'string') return strength;
    const person = await people.find(transaction, account.person);
    if (!person) return PasswordWrong();
    await forgive(transaction, WRONG_PASSWORDS, login);
    const { id, kind } = person;
    const session = await openSession(
      transaction,
      { person: id, kind, strength, madeBy: 'password', device: given.device },
      given.at,
    );
    return { person, session };
  });
}

async function payForTry(
  transaction: WriteTransaction,
  { sealing }: District,
  login: Buffer,
  { address, at }: PasswordGiven,
): Promise<Account | undefined | Refusal> {
  for (const [allowance, whom] of [
    [PASSWORDS_BY_ADDRESS, limited(sealing, networkOf(address))],
    [WRONG_PASSWORDS, login],
  ] as const) {
    const { allowed, retryAfterSeconds } = await take(transaction, allowance, whom, at);
    if (!allowed) return Locked({ retryAfterSeconds });
  }
  return findAccountByLogin(transaction, login);
}

async function strengthShown(
  transaction: WriteTransaction,
  { sealing }: District,
  login: Buffer,
  { totp, at }: PasswordGiven,
  { person, passwordHash }: Account,
): Promise<Strength | Refusal> {
  const account = await lockAccount(transaction, person);
  // The password was changed while this one was being hashed.
  if (!account || account.passwordHash !== passwordHash) return PasswordWrong();
  if (!account.totp) return 'password';
  if (totp === undefined) {
    await giveBack(transaction, WRONG_PASSWORDS, login);
    return TotpNeeded();
  }
  const secret = sealing.open('totp', account.totp);
  const step = stepOfTotp(secret, totp, { at, lastStep: account.lastStep });
  if (step === undefined) return TotpWrong();
  await keepTotpStep(transaction, person, step);
  return 'password+totp';
}
