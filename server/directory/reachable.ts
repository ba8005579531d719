import { sql } from 'kysely';
import type { District, Language, ReadTransaction } from '../platform/index.ts';

/** A grown-up as messages reach them. */
export interface ReachablePerson {
  readonly id: string;
  readonly name: string;
  readonly language: Language;
  /** The phone that the roster gives them, opened. */
  readonly phone: string | undefined;
}

/** How many people at once are reached. For the program itself: whoever shows a phone to somebody asks first. */
export async function reachablePeople(
  transaction: ReadTransaction,
  { sealing }: District,
  ids: readonly string[],
): Promise<Map<string, ReachablePerson>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<Omit<ReachablePerson, 'phone'> & { phone_sealed: Buffer | null }>`
    select id, name, language, phone_sealed from people
     where id = any(${ids}::uuid[])`.execute(transaction);
  return new Map(
    rows.map(({ phone_sealed, ...person }) => [
      person.id,
      { ...person, phone: phone_sealed ? sealing.open('phone', phone_sealed) : undefined },
    ]),
  );
}
