import type { District } from '../../platform/index.ts';
import { handoverText } from '../../platform/signing/index.ts';
import { keysOfGeneration } from './keyring.ts';

/** What the ledger says at the moment of the change. */
export interface LedgerAt {
  readonly origin: string;
  /** Of the newest checkpoint. */
  readonly size: number;
}

type Client = Parameters<Parameters<District['database']['withOwner']>[0]>[0];

/**
 * The next key takes the place of the one in force, which signs who follows it and from where on in the ledger. Nothing
 * is signed meanwhile: who signs holds the same lock. Programs that run take the new key up at their next turn.
 */
export async function changeKey(
  district: District,
  ledgerAt: (client: Client) => Promise<LedgerAt>,
): Promise<void> {
  await district.renewKeys?.();
  await district.database.withOwner(async (client) => {
    await client.query('begin');
    await client.query(
      `select pg_advisory_xact_lock(hashtext('gongyu keys'), hashtext(current_schema()))`,
    );
    const { rows } = await client.query<{ generation: number; public_multikey: string }>(
      'select generation, public_multikey from key_generations where ended_at is null',
    );
    const generation = rows[0]?.generation ?? 1;
    const { sealing, publicUrl, clock } = district;
    const [former, next] = await Promise.all(
      [generation, generation + 1].map((one) => keysOfGeneration(sealing, publicUrl, one)),
    );
    if (!former || !next) throw new Error('Two keys derive from two generations.');
    const { origin, size } = await ledgerAt(client);
    const endedAt = clock();
    const handover = former.sign(
      handoverText({
        ...{ origin, former: former.publicMultikey, next: next.publicMultikey },
        ...{ ledgerSize: size, endedAt },
      }),
    );
    await client.query(
      `insert into key_generations (generation, public_multikey, ended_at, ledger_size, handover)
       values ($1, $2, $3, $4, $5)
       on conflict (generation) do update
          set ended_at = excluded.ended_at, ledger_size = excluded.ledger_size, handover = excluded.handover`,
      [generation, former.publicMultikey, endedAt, size, handover.toString('base64')],
    );
    await client.query(
      'insert into key_generations (generation, public_multikey, began_at) values ($1, $2, $3)',
      [generation + 1, next.publicMultikey, endedAt],
    );
    await client.query('commit');
  });
  await district.renewKeys?.();
}
