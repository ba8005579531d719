/** Opens the database and the districts on it: what the server and every command need first. */
import type pg from 'pg';
import { loadPlan } from './plan/index.ts';
import {
  type Clock,
  connectPool,
  createDistrictDatabase,
  createSealing,
  type District,
  migrateDistrict,
  type Sealing,
  type Settings,
  startEmbeddedPostgres,
  systemClock,
} from './platform/index.ts';
import {
  identityForHost,
  type SigningKeys,
  signingKeysFromSeed,
} from './platform/signing/index.ts';

export interface OpenDistricts {
  readonly districts: readonly District[];
  readonly pool: pg.Pool;
  /** Settles with a sentence when the embedded server ends by itself. */
  readonly databaseEnded: Promise<string>;
  /** The district of a host name: the one that names it, else the one that names none. */
  districtOf(host: string): District | undefined;
  close(): Promise<void>;
}

export async function openDistricts(
  settings: Settings,
  clock: Clock = systemClock,
): Promise<OpenDistricts> {
  // Plans first: a broken plan file stops the start before anything runs.
  const plans = await Promise.all(settings.districts.map(({ planFolder }) => loadPlan(planFolder)));
  const server = settings.databaseUrl
    ? undefined
    : await startEmbeddedPostgres(settings.dataFolder);
  try {
    const pool = await connectPool(settings.databaseUrl ?? (server?.url() as string));
    const districts: District[] = [];
    for (const [index, setting] of settings.districts.entries()) {
      await migrateDistrict(pool, setting.id);
      const plan = plans[index];
      if (!plan) throw new Error('Every district has a plan.');
      const sealing = createSealing(settings.secret, setting.id);
      districts.push({
        id: setting.id,
        plan,
        clock,
        publicUrl: setting.publicUrl,
        database: createDistrictDatabase(pool, setting.id),
        sealing,
        keys: await districtKeys(sealing, setting.publicUrl),
      });
    }
    const byHost = new Map(
      settings.districts.flatMap(({ hosts }, index) =>
        hosts.map((host) => [host, districts[index]]),
      ),
    );
    const fallback = districts[settings.districts.findIndex(({ hosts }) => hosts.length === 0)];
    return {
      districts,
      pool,
      databaseEnded: server?.ended ?? new Promise(() => {}),
      districtOf: (host) => byHost.get(host) ?? fallback,
      async close() {
        await pool.end();
        await server?.stop();
      },
    };
  } catch (error) {
    await server?.stop();
    throw error;
  }
}

/** Derived from the district's secret, so that every program of an installation signs with the same keys. */
export function districtKeys(sealing: Sealing, publicUrl: string): Promise<SigningKeys> {
  return signingKeysFromSeed(sealing.key('signing keys'), identityForHost(new URL(publicUrl).host));
}
