import { hash } from 'node:crypto';
import { sql } from 'kysely';
import { newId, type ReadTransaction, type WriteTransaction } from '../../platform/index.ts';
import type { Scope } from '../access/index.ts';
import { MOST_CALLS_SHOWN, MOST_CLIENTS, TOKENS_SWEPT_AT_ONCE } from './limits.ts';

declare module '../../platform/database/tables.ts' {
  interface Tables {
    clients: ClientRow;
    client_secrets: {
      id: string;
      client_id: string;
      secret_hash: Buffer;
      made_at: Date;
      made_by: string;
      ends_at: Date | null;
    };
    client_tokens: {
      token_hash: Buffer;
      client_id: string;
      scopes: Scope[];
      issued_at: Date;
      expires_at: Date;
    };
    client_calls: {
      id: string;
      client_id: string;
      scope: Scope;
      asked: number;
      granted: number;
      at: Date;
    };
  }
}

interface ClientRow {
  id: string;
  name: string;
  organisation: string;
  contact: string;
  scopes: Scope[];
  made_at: Date;
  made_by: string;
  revoked_at: Date | null;
  revoked_by: string | null;
  revoked_reason: string | null;
  version: number;
}

export interface ClientRecord extends ClientRow {
  readonly made_by_name: string;
  readonly last_used_at: Date | null;
}

/** Those that may ask first, then by name. */
export async function listClients(
  transaction: ReadTransaction,
  only?: string,
): Promise<ClientRecord[]> {
  const { rows } = await sql<ClientRecord>`
    select clients.*, people.name as made_by_name,
           (select max(at) from client_calls where client_id = clients.id) as last_used_at
      from clients join people on people.id = made_by
     where ${only === undefined ? sql`true` : sql`clients.id = ${only}`}
     order by revoked_at is not null, clients.name, clients.id limit ${MOST_CLIENTS}`.execute(
    transaction,
  );
  return rows;
}

export async function countClients(transaction: ReadTransaction): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from clients where revoked_at is null`.execute(transaction);
  return rows[0]?.count ?? 0;
}

/** Held, so that two who change it change it one after the other. */
export async function takeClient(
  transaction: WriteTransaction,
  id: string,
): Promise<ClientRow | undefined> {
  const { rows } = await sql<ClientRow>`
    select * from clients where id = ${id} for update`.execute(transaction);
  return rows[0];
}

export async function changeClient(
  transaction: WriteTransaction,
  id: string,
  revoked?: { readonly at: Date; readonly by: string; readonly reason: string },
): Promise<void> {
  await transaction
    .updateTable('clients')
    .set((row) => ({
      version: row('version', '+', 1),
      ...(revoked && {
        revoked_at: revoked.at,
        revoked_by: revoked.by,
        revoked_reason: revoked.reason,
      }),
    }))
    .where('id', '=', id)
    .execute();
}

/** Keeps the secret's hash; those before it end then. */
export async function addSecret(
  transaction: WriteTransaction,
  { client, secret, by, at }: { client: string; secret: string; by: string; at: Date },
  formerEnd: Date,
): Promise<void> {
  await sql`
    update client_secrets set ends_at = ${formerEnd}
     where client_id = ${client} and (ends_at is null or ends_at > ${formerEnd})`.execute(
    transaction,
  );
  await transaction
    .insertInto('client_secrets')
    .values({
      ...{ id: newId(), client_id: client, secret_hash: hashOf(secret) },
      ...{ made_at: at, made_by: by, ends_at: null },
    })
    .execute();
}

export async function listSecrets(
  transaction: ReadTransaction,
  client: string,
  at: Date,
): Promise<{ made_at: Date; ends_at: Date | null }[]> {
  const { rows } = await sql<{ made_at: Date; ends_at: Date | null }>`
    select made_at, ends_at from client_secrets
     where client_id = ${client} and (ends_at is null or ends_at > ${at})
     order by made_at desc, id desc`.execute(transaction);
  return rows;
}

/** The client that this secret opens now, with what it may be given. */
export async function findBySecret(
  transaction: ReadTransaction,
  { client, secret }: { client: string; secret: string },
  at: Date,
): Promise<{ scopes: Scope[] } | undefined> {
  const { rows } = await sql<{ scopes: Scope[] }>`
    select scopes from client_secrets join clients on clients.id = client_id
     where secret_hash = ${hashOf(secret)} and client_id::text = ${client}
       and (ends_at is null or ends_at > ${at}) and revoked_at is null`.execute(transaction);
  return rows[0];
}

export async function addToken(
  transaction: WriteTransaction,
  {
    token,
    ...row
  }: { token: string; client_id: string; scopes: Scope[]; issued_at: Date; expires_at: Date },
): Promise<void> {
  await transaction
    .insertInto('client_tokens')
    .values({ token_hash: hashOf(token), ...row })
    .execute();
  await sql`
    delete from client_tokens
     where ctid = any(array(select ctid from client_tokens where expires_at < ${row.issued_at}
                             limit ${TOKENS_SWEPT_AT_ONCE} for update skip locked))`.execute(
    transaction,
  );
}

/** The client whose token this is, while both are good. */
export async function findByToken(
  transaction: ReadTransaction,
  token: string,
  at: Date,
): Promise<{ id: string; name: string; scopes: Scope[] } | undefined> {
  const { rows } = await sql<{ id: string; name: string; scopes: Scope[] }>`
    select clients.id, name, client_tokens.scopes
      from client_tokens join clients on clients.id = client_id
     where token_hash = ${hashOf(token)} and expires_at > ${at} and revoked_at is null`.execute(
    transaction,
  );
  return rows[0];
}

/** One token by its holder (RFC 7009), or all of a client. */
export async function endTokens(
  transaction: WriteTransaction,
  { client, token }: { client: string; token?: string },
): Promise<void> {
  await sql`
    delete from client_tokens
     where client_id = ${client}
       ${token === undefined ? sql`` : sql`and token_hash = ${hashOf(token)}`}`.execute(
    transaction,
  );
}

export async function addCall(
  transaction: WriteTransaction,
  call: { client_id: string; scope: Scope; asked: number; granted: number; at: Date },
): Promise<void> {
  await transaction
    .insertInto('client_calls')
    .values({ id: newId(), ...call })
    .execute();
}

export async function listCalls(
  transaction: ReadTransaction,
  client: string,
): Promise<{ at: Date; asked: number; granted: number }[]> {
  const { rows } = await sql<{ at: Date; asked: number; granted: number }>`
    select at, asked, granted from client_calls where client_id = ${client}
     order by at desc, id desc limit ${MOST_CALLS_SHOWN}`.execute(transaction);
  return rows;
}

/** Secrets and tokens are 32 random bytes: nobody guesses one, so one round is enough. */
function hashOf(secret: string): Buffer {
  return hash('sha256', secret, 'buffer');
}
