/** Opens the database and the districts on it: what the server and every command need first. */
import { join } from 'node:path';
import type pg from 'pg';
import { openKeyring } from './counting/keys/index.ts';
import { readWitnessed, readWitnesses } from './counting/points/index.ts';
import { loadPlan, type Plan } from './plan/index.ts';
import { localFiles } from './platform/files/index.ts';
import {
  type Clock,
  connectPool,
  createDistrictDatabase,
  createSealing,
  type District,
  type DistrictSetting,
  migrateDistrict,
  type Settings,
  startEmbeddedPostgres,
  systemClock,
} from './platform/index.ts';

export interface ConnectedDistricts {
  readonly districts: readonly District[];
  readonly pool: pg.Pool;
  readonly databaseUrl: string;
  /** The district of a host name: the one that names it, else the one that names none. */
  districtOf(host: string): District | undefined;
  close(): Promise<void>;
}

export interface OpenDistricts extends ConnectedDistricts {
  /** Settles with a sentence when the embedded server ends by itself. */
  readonly databaseEnded: Promise<string>;
}

/** Starts the embedded server unless DATABASE_URL names one, migrates, and connects. */
export async function openDistricts(
  settings: Settings,
  clock: Clock = systemClock,
): Promise<OpenDistricts> {
  return openWith(await readFiles(settings), settings, clock);
}

/** Files first: a broken plan or font stops the start before anything runs. */
export async function readFiles(settings: Settings): Promise<Plans> {
  const plans = await loadPlans(settings);
  await checkRareFont(settings);
  return plans;
}

/** The same with the plans at hand. Once it is called the embedded server is starting. */
export async function openWith(
  plans: Plans,
  settings: Settings,
  clock: Clock = systemClock,
): Promise<OpenDistricts> {
  const server = settings.databaseUrl
    ? undefined
    : await startEmbeddedPostgres(settings.dataFolder);
  const databaseUrl = settings.databaseUrl ?? (server?.url() as string);
  try {
    const pool = await connectPool(databaseUrl, 1);
    for (const { id } of settings.districts) await migrateDistrict(pool, id);
    await pool.end();
    const connected = await connectWith(plans, settings, databaseUrl, clock);
    return {
      ...connected,
      databaseEnded: server?.ended ?? new Promise(() => {}),
      async close() {
        await connected.close();
        await server?.stop();
      },
    };
  } catch (error) {
    await server?.stop();
    throw error;
  }
}

/** The districts on a server that runs and is migrated. */
export async function connectDistricts(
  settings: Settings,
  databaseUrl: string,
  clock: Clock = systemClock,
): Promise<ConnectedDistricts> {
  return connectWith(await loadPlans(settings), settings, databaseUrl, clock);
}

type Plans = ReadonlyMap<DistrictSetting, Plan>;

async function loadPlans({ districts }: Settings): Promise<Plans> {
  const plans = new Map<DistrictSetting, Plan>();
  for (const setting of districts) plans.set(setting, await loadPlan(setting.planFolder));
  return plans;
}

/** Who prints certificates is loaded only where there is a font to look at: most commands print none. */
async function checkRareFont({ rareFontFile }: Settings): Promise<void> {
  if (!rareFontFile) return;
  const { readRareFont } = await import('./counting/certificates/index.ts');
  await readRareFont(rareFontFile);
}

async function connectWith(
  plans: Plans,
  settings: Settings,
  databaseUrl: string,
  clock: Clock,
): Promise<ConnectedDistricts> {
  const pool = await connectPool(databaseUrl);
  const districts = await Promise.all(
    [...plans].map(([setting, plan]) => makeDistrict(setting, plan, settings, pool, clock)),
  );
  const byHost = new Map(
    settings.districts.flatMap(({ hosts }, index) => hosts.map((host) => [host, districts[index]])),
  );
  const fallback = districts[settings.districts.findIndex(({ hosts }) => hosts.length === 0)];
  return {
    districts,
    pool,
    databaseUrl,
    districtOf: (host) => byHost.get(host) ?? fallback,
    close: () => pool.end(),
  };
}

async function makeDistrict(
  { id, publicUrl }: DistrictSetting,
  plan: Plan,
  { secret, rareFontFile, dataFolder, ...settings }: Settings,
  pool: pg.Pool,
  clock: Clock,
): Promise<District> {
  const sealing = createSealing(secret, id);
  const database = createDistrictDatabase(pool, id);
  const keyring = await openKeyring(database, sealing, publicUrl);
  return {
    id,
    publicUrl,
    clock,
    sealing,
    rareFontFile,
    witnesses: readWitnesses(settings.witnesses),
    witnessed: readWitnessed(settings.witnessed),
    plan,
    files: localFiles(join(dataFolder, 'files', id)),
    database,
    // Read each time: another program may change the key while this one runs.
    get keys() {
      return keyring.keys;
    },
    get formerKeys() {
      return keyring.former;
    },
    renewKeys: () => keyring.renew(),
  };
}
