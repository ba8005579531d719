import { type District, NotFound } from '../../../platform/index.ts';
import { readerOf, scopes, type Who } from '../../access/index.ts';
import type { Client, ClientFile } from '../shapes.ts';
import { type ClientRecord, listCalls, listClients, listSecrets } from '../store.ts';
import { requireClients } from './manage-clients.ts';

/** The programs of other houses that this district lets in, and let in once. */
export async function showClients({ database }: District, who: Who): Promise<Client[]> {
  requireClients(who);
  const records = await database.read(readerOf(who), (transaction) => listClients(transaction));
  return records.map(clientOf);
}

/** One of them with its secrets in force and what it asked for last. */
export async function showClient(
  { database, clock }: District,
  who: Who,
  id: string,
): Promise<ClientFile> {
  requireClients(who);
  return database.read(readerOf(who), async (transaction) => {
    const [record] = await listClients(transaction, id);
    if (!record) throw NotFound();
    const secrets = await listSecrets(transaction, id, clock());
    const calls = await listCalls(transaction, id);
    return {
      ...clientOf(record),
      secrets: secrets.map(({ made_at, ends_at }) => ({
        made_at: made_at.toISOString(),
        ends_at: ends_at?.toISOString() ?? null,
      })),
      calls: calls.map(({ at, ...call }) => ({ ...call, at: at.toISOString() })),
    };
  });
}

function clientOf(record: ClientRecord): Client {
  const { id, name, organisation, contact, made_by_name, revoked_reason, version } = record;
  return {
    ...{ id, name, organisation, contact, made_by_name, revoked_reason, version },
    scopes: record.scopes.map((scope) => ({ id: scope, name: scopes[scope] })),
    made_at: record.made_at.toISOString(),
    last_used_at: record.last_used_at?.toISOString() ?? null,
    revoked_at: record.revoked_at?.toISOString() ?? null,
  };
}
