import { hash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { ReadTransaction, WriteTransaction } from '../database/transaction.ts';
import { newId } from '../ids.ts';

declare module '../database/tables.ts' {
  interface Tables {
    secret_addresses: {
      id: string;
      person_id: string;
      opens: string;
      token_hash: Buffer;
      made_at: Date;
      ended_at: Date | null;
      last_used_on: string | null;
    };
  }
}

const TOKEN_BYTES = 32;

/** Whose address, and to what. */
interface Opening {
  readonly person: string;
  /** Such as `calendar`. */
  readonly opens: string;
}

/** What a person may know of their address; the secret part was shown once. */
export interface SecretAddress {
  readonly made_at: Date;
  /** `YYYY-MM-DD`; null: nothing has asked yet. */
  readonly last_used_on: string | null;
}

/** Makes the person's address and ends the one before it. Gives the part that nobody can guess, once. */
export async function makeSecretAddress(
  transaction: WriteTransaction,
  opening: Opening,
  at: Date,
): Promise<string> {
  await endSecretAddress(transaction, opening, at);
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  await transaction
    .insertInto('secret_addresses')
    .values({
      id: newId(),
      person_id: opening.person,
      opens: opening.opens,
      token_hash: hashOf(token),
      made_at: at,
      ended_at: null,
      last_used_on: null,
    })
    .execute();
  return token;
}

/** Ends the person's address, if there is one: it opens nothing from now on. */
export async function endSecretAddress(
  transaction: WriteTransaction,
  { person, opens }: Opening,
  at: Date,
): Promise<void> {
  await sql`
    update secret_addresses set ended_at = ${at}
     where person_id = ${person} and opens = ${opens} and ended_at is null`.execute(transaction);
}

export async function findSecretAddress(
  transaction: ReadTransaction,
  { person, opens }: Opening,
): Promise<SecretAddress | undefined> {
  const { rows } = await sql<SecretAddress>`
    select made_at, last_used_on from secret_addresses
     where person_id = ${person} and opens = ${opens} and ended_at is null`.execute(transaction);
  return rows[0];
}

/** The person whose open address has this secret part; notes the day, once a day. */
export async function personBehind(
  transaction: WriteTransaction,
  { opens, token }: { opens: string; token: string },
  at: Date,
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string; person_id: string; is_noted: boolean }>`
    select id, person_id, last_used_on is not distinct from ${at}::timestamptz::date as is_noted
      from secret_addresses
     where token_hash = ${hashOf(token)} and opens = ${opens} and ended_at is null
  `.execute(transaction);
  const [address] = rows;
  if (address && !address.is_noted) {
    await sql`
      update secret_addresses set last_used_on = ${at}::timestamptz::date where id = ${address.id}
    `.execute(transaction);
  }
  return address?.person_id;
}

function hashOf(token: string): Buffer {
  return hash('sha256', token, 'buffer');
}
