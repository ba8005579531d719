import { nobody } from '../server/directory/index.ts';
import { openSession, SESSION_COOKIE } from '../server/platform/sign-in/index.ts';
import type { Bed } from './bed.ts';

export interface SignedIn {
  readonly id: string;
  readonly cookie: string;
}

/** A session for each of these grown-ups, of a phone or of the desk with its authenticator. */
export async function signIn(
  { district }: Bed,
  strength: 'code' | 'password+totp',
  people: readonly string[],
): Promise<SignedIn[]> {
  return district.database.write(nobody, async (transaction) => {
    const signedIn: SignedIn[] = [];
    for (const id of people) {
      const madeBy = strength === 'code' ? 'code' : 'password';
      const asked = { person: id, kind: 'adult', strength, madeBy, device: 'bench' } as const;
      const { token } = await openSession(transaction, asked, district.clock());
      signedIn.push({ id, cookie: `${SESSION_COOKIE}=${token}` });
    }
    return signedIn;
  });
}
