import { forgive, limited, look, networkOf, take } from '../../allowances/index.ts';
import type { WriteTransaction } from '../../database/transaction.ts';
import type { District } from '../../district.ts';
import type { Refusal } from '../../http/refusal.ts';
import { giveTryBack, tryCode, useCode } from '../codes.ts';
import { writeAtTheDoor } from '../lasting-refusal.ts';
import { WRONG_CODES, WRONG_CODES_BY_ADDRESS } from '../limits.ts';
import { maskName } from '../mask-name.ts';
import type { PeopleAtTheDoor, SignInPerson } from '../people.ts';
import { CodeWrong, Locked, NameNeeded } from '../refusals.ts';
import { type OpenedSession, openSession } from '../sessions.ts';

export interface CodeGiven {
  readonly phone: string;
  readonly code: string;
  /** Which of several people on one phone. */
  readonly person?: string | undefined;
  /** How somebody whom nobody knows yet is called. */
  readonly name?: string | undefined;
  readonly address: string;
  readonly device: string;
  readonly at: Date;
}

export interface SignedIn {
  readonly person: SignInPerson;
  readonly session: OpenedSession;
}

export interface Choice {
  readonly choose: { person_id: string; name: string }[];
}

/**
 * Signs in whoever holds the phone. Where several people share it, and none is named, answers with a choice
 * and leaves the code good for it. Refuses `sign-in.code-wrong`, `sign-in.locked`, and `sign-in.name-needed`
 * when nobody has this phone and no name is given.
 */
export async function signInByCode(
  district: District,
  people: PeopleAtTheDoor,
  given: CodeGiven,
): Promise<SignedIn | Choice> {
  return writeAtTheDoor(district, async (transaction) => {
    const refused = await refuseWrong(transaction, district, given);
    if (refused) return refused;
    const found = await whoHolds(transaction, district, people, given);
    if (!('id' in found)) return found;
    await useCode(transaction, district.sealing, given.phone, given.at);
    await forgive(transaction, WRONG_CODES, limited(district.sealing, given.phone));
    const session = await openSession(
      transaction,
      {
        person: found.id,
        kind: found.kind,
        strength: 'code',
        madeBy: 'code',
        device: given.device,
      },
      given.at,
    );
    return { person: found, session };
  });
}

/** The code is tried first, which locks its row: whoever guesses at the same moment waits for the count. */
async function refuseWrong(
  transaction: WriteTransaction,
  { sealing }: District,
  given: CodeGiven,
): Promise<Refusal | undefined> {
  const { at } = given;
  const phone = limited(sealing, given.phone);
  const address = limited(sealing, networkOf(given.address));
  const tried = await tryCode(transaction, sealing, given);
  for (const verdict of [
    await look(transaction, WRONG_CODES, phone, at),
    await look(transaction, WRONG_CODES_BY_ADDRESS, address, at),
  ]) {
    if (!verdict.allowed) return Locked({ retryAfterSeconds: verdict.retryAfterSeconds });
  }
  if (tried === 'right') return undefined;
  await take(transaction, WRONG_CODES_BY_ADDRESS, address, at);
  // Where no code waits nothing can be guessed, and a stranger cannot lock a phone by naming it.
  if (tried === 'wrong') await take(transaction, WRONG_CODES, phone, at);
  return CodeWrong();
}

async function whoHolds(
  transaction: WriteTransaction,
  district: District,
  people: PeopleAtTheDoor,
  { phone, person, name }: CodeGiven,
): Promise<SignInPerson | Choice | Refusal> {
  const holders = await people.findByPhone(transaction, district, phone);
  if (person !== undefined) return holders.find(({ id }) => id === person) ?? CodeWrong();
  const [first, second] = holders;
  if (first && !second) return first;
  if (!first && name !== undefined) return people.add(transaction, district, { name, phone });
  await giveTryBack(transaction, district.sealing, phone);
  if (!first) return NameNeeded();
  return { choose: holders.map(({ id, name }) => ({ person_id: id, name: maskName(name) })) };
}
