import { forgive, limited, take } from '../../allowances/index.ts';
import type { District } from '../../district.ts';
import { confirmTotp, lockAccount, offerTotp } from '../accounts.ts';
import { endOtherSessions, strengthen } from '../change-sessions.ts';
import { forgetSessions, type Session } from '../find-session.ts';
import { isProvenByPhone } from '../is-proven-by-phone.ts';
import { writeAtTheDoor } from '../lasting-refusal.ts';
import { WRONG_TOTP } from '../limits.ts';
import type { PeopleAtTheDoor } from '../people.ts';
import { Locked, ProofNeeded, TotpNotOffered, TotpWrong } from '../refusals.ts';
import { newTotpSecret, stepOfTotp, totpUri } from '../totp.ts';

/**
 * Shows a new authenticator secret; nothing changes until a code confirms it. The first needs a password and a
 * phone proven shortly before, so that a stolen password alone cannot bring its own authenticator; another one
 * needs the present one. Refuses `sign-in.proof-needed`.
 */
export async function offerAuthenticator(
  district: District,
  people: PeopleAtTheDoor,
  session: Session,
  at: Date,
): Promise<{ secret: string; otpauth_uri: string }> {
  const secret = newTotpSecret();
  return writeAtTheDoor(district, async (transaction) => {
    const account = await lockAccount(transaction, session.person);
    const isFirst = session.strength !== 'code' && isProvenByPhone(session, at);
    const mayOffer = account?.totp ? session.strength === 'password+totp' : isFirst;
    const person = await people.find(transaction, session.person);
    if (!account || !person || !mayOffer) return ProofNeeded();
    await offerTotp(transaction, session.person, district.sealing.seal('totp', secret));
    return { secret, otpauth_uri: totpUri(secret, person.name) };
  });
}

/**
 * The first code proves that the authenticator works: from now on each sign-in asks for one, and this session
 * counts in full. Refuses `sign-in.totp-not-offered`, `sign-in.totp-wrong` and `sign-in.locked`.
 */
export async function confirmAuthenticator(
  district: District,
  session: Session,
  code: string,
  at: Date,
): Promise<void> {
  const { sealing } = district;
  const ended = await writeAtTheDoor(district, async (transaction) => {
    const account = await lockAccount(transaction, session.person);
    if (!account?.totpOffered) return TotpNotOffered();
    const subject = limited(sealing, session.person);
    const { allowed, retryAfterSeconds } = await take(transaction, WRONG_TOTP, subject, at);
    if (!allowed) return Locked({ retryAfterSeconds });
    const secret = sealing.open('totp', account.totpOffered);
    const step = stepOfTotp(secret, code, { at, lastStep: 0 });
    if (step === undefined) return TotpWrong();
    await confirmTotp(transaction, session.person, step, at);
    await forgive(transaction, WRONG_TOTP, subject);
    await strengthen(transaction, session, 'password+totp', at);
    return [session.id, ...(await endOtherSessions(transaction, session, at))];
  });
  forgetSessions(district.database, ended);
}
