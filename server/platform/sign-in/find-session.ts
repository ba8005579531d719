import { hash } from 'node:crypto';
import { sql } from 'kysely';
import type { DistrictDatabase } from '../database/district-database.ts';
import type { District } from '../district.ts';
import { Gather } from '../gather.ts';
import { LastSeen } from './last-seen.ts';
import type { MadeBy, PersonKind, Strength } from './tables.ts';

/** A session ended by another process is refused within this time; one ended by this process, at once. */
const MILLISECONDS_REMEMBERED = 15_000;
/** A session takes about 300 bytes: 15 MB at most. */
const MOST_REMEMBERED = 50_000;
const MOST_A_QUERY = 500;

/** The session of a request, as it stands. */
export interface Session {
  readonly id: string;
  readonly person: string;
  readonly kind: PersonKind;
  readonly strength: Strength;
  readonly madeBy: MadeBy;
  readonly madeAt: Date;
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
}

interface Remembered {
  readonly session: Session;
  readonly until: number;
}

/** What one process knows of one district's sessions. */
interface Door {
  /** By the token's hash, oldest first. */
  readonly remembered: Map<string, Remembered>;
  /** Counts forgettings: what was looked up before one is not remembered after it. */
  forgettings: number;
  readonly lookUp: Gather<string, Session | undefined>;
  readonly lastSeen: LastSeen;
}

const doors = new WeakMap<DistrictDatabase, Door>();

/**
 * The session that a cookie's token opens, if it still does. Thousands who come at the same moment share one
 * query of 500; one who comes again within seconds costs none.
 */
export async function findSession(
  { database, clock }: District,
  token: string,
): Promise<Session | null> {
  const door = doorOf(database);
  const key = hash('sha256', token, 'hex');
  const { forgettings } = door;
  const known = door.remembered.get(key);
  const session = known && known.until > Date.now() ? known.session : await door.lookUp.ask(key);
  const at = clock();
  if (!session || session.expiresAt <= at) return null;
  if (session !== known?.session && forgettings === door.forgettings) remember(door, key, session);
  door.lastSeen.note(session, at);
  return session;
}

/** Called when sessions end or grow stronger: their next request looks again. */
export function forgetSessions(database: DistrictDatabase, ids: readonly string[]): void {
  const gone = new Set(ids);
  const door = doorOf(database);
  door.forgettings += 1;
  for (const [key, { session }] of door.remembered) {
    if (gone.has(session.id)) door.remembered.delete(key);
  }
}

/** Writes what is noted of who was seen; when the program ends. */
export async function keepLastSeen(database: DistrictDatabase): Promise<void> {
  await doors.get(database)?.lastSeen.keep();
}

function remember(door: Door, key: string, session: Session): void {
  if (door.remembered.size >= MOST_REMEMBERED) {
    const [oldest] = door.remembered.keys();
    if (oldest !== undefined) door.remembered.delete(oldest);
  }
  door.remembered.delete(key);
  door.remembered.set(key, { session, until: Date.now() + MILLISECONDS_REMEMBERED });
}

function doorOf(database: DistrictDatabase): Door {
  const known = doors.get(database);
  if (known) return known;
  const made: Door = {
    remembered: new Map(),
    forgettings: 0,
    lookUp: new Gather((keys) => lookUpAll(database, keys), { most: MOST_A_QUERY, lanes: 2 }),
    lastSeen: new LastSeen(database),
  };
  doors.set(database, made);
  return made;
}

async function lookUpAll(
  database: DistrictDatabase,
  keys: string[],
): Promise<(Session | undefined)[]> {
  const { rows } = await database.read({ person: null, reach: [] }, (transaction) =>
    sql<Session & { key: string }>`
      select encode(token_hash, 'hex') as key, id, person_id as person, kind, strength,
             made_by as "madeBy", made_at as "madeAt", last_seen_at as "lastSeenAt",
             expires_at as "expiresAt"
        from sessions
       where token_hash = any(${keys.map((key) => Buffer.from(key, 'hex'))}::bytea[])
         and ended_at is null`.execute(transaction),
  );
  const found = new Map(rows.map(({ key, ...session }) => [key, session]));
  return keys.map((key) => found.get(key));
}
