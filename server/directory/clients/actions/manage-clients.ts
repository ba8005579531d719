import { randomBytes } from 'node:crypto';
import {
  type Call,
  ChangedMeanwhile,
  type District,
  NotFound,
  newId,
  type WriteTransaction,
} from '../../../platform/index.ts';
import { readerOf, requireMay, type Who } from '../../access/index.ts';
import { FORMER_SECRET_DAYS, MOST_CLIENTS } from '../limits.ts';
import { ClientRevoked, TooManyClients } from '../refusals.ts';
import type { ClientSecret, ClientSecretWanted, ClientWanted } from '../shapes.ts';
import { addSecret, changeClient, countClients, endTokens, takeClient } from '../store.ts';

const MILLISECONDS_A_DAY = 86_400_000;
const SECRET_BYTES = 32;

/** The district registers a program of another house. Gives the secret, once: only its hash is kept. */
export async function registerClient(
  { database }: District,
  who: Who,
  wanted: ClientWanted,
  call: Call,
): Promise<ClientSecret> {
  requireClients(who);
  const [id, secret] = [newId(), newSecret()];
  // What is kept for a retry has no secret in it.
  const made = await database.write(
    readerOf(who),
    async (transaction) => {
      if ((await countClients(transaction)) >= MOST_CLIENTS) throw TooManyClients();
      const { name, organisation, contact, scopes } = wanted;
      await transaction
        .insertInto('clients')
        .values({
          id,
          name: name.trim(),
          organisation: organisation.trim(),
          contact: contact.trim(),
          scopes,
          made_at: call.at,
          made_by: who.person,
          revoked_at: null,
          revoked_by: null,
          revoked_reason: null,
          version: 1,
        })
        .execute();
      await addSecret(transaction, { client: id, secret, by: who.person, at: call.at }, call.at);
      return { client_id: id };
    },
    call,
  );
  return { ...made, client_secret: made.client_id === id ? secret : null };
}

interface Seen {
  readonly id: string;
  readonly version: number;
}

/** Another secret; the former lasts a week for the change-over, or ends now with every token if it has leaked. */
export async function renewSecret(
  { database }: District,
  who: Who,
  { former, ...seen }: Seen & ClientSecretWanted,
  call: Call,
): Promise<ClientSecret> {
  requireClients(who);
  const secret = newSecret();
  const made = await database.write(
    readerOf(who),
    async (transaction) => {
      const { id } = await takeSeen(transaction, seen);
      const days = former === 'ends-now' ? 0 : FORMER_SECRET_DAYS;
      const formerEnd = new Date(call.at.getTime() + days * MILLISECONDS_A_DAY);
      await addSecret(transaction, { client: id, secret, by: who.person, at: call.at }, formerEnd);
      if (former === 'ends-now') await endTokens(transaction, { client: id });
      await changeClient(transaction, id);
      return { client_id: id, made: hint(secret) };
    },
    call,
  );
  return {
    client_id: made.client_id,
    client_secret: made.made === hint(secret) ? secret : null,
  };
}

/** Shuts a client out for good, at once: its secrets and tokens open nothing any more. */
export async function revokeClient(
  { database }: District,
  who: Who,
  { reason, ...seen }: Seen & { readonly reason: string },
  call: Call,
): Promise<void> {
  requireClients(who);
  await database.write(readerOf(who), async (transaction) => {
    const { id } = await takeSeen(transaction, seen);
    await endTokens(transaction, { client: id });
    await changeClient(transaction, id, { at: call.at, by: who.person, reason: reason.trim() });
  });
}

/** It is the district that lets programs in: a post below it has no say. */
export function requireClients(who: Who): void {
  requireMay(who, 'clients.manage', { lineage: who.posts[0]?.lineage });
}

async function takeSeen(transaction: WriteTransaction, { id, version }: Seen) {
  const client = await takeClient(transaction, id);
  if (!client) throw NotFound();
  if (client.version !== version) throw ChangedMeanwhile();
  if (client.revoked_at) throw ClientRevoked();
  return client;
}

/** The beginning lets those who scan repositories for secrets know ours. */
function newSecret(): string {
  return `gongyu_cs_${randomBytes(SECRET_BYTES).toString('base64url')}`;
}

/** Tells a first answer from one to a retry, and nobody anything. */
function hint(secret: string): string {
  return secret.slice(-6);
}
