import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Scanner } from '../queries/shapes.ts';
import { newId } from './new-id.ts';

/** A scan that waits until the server has answered for it. */
export interface KeptScan {
  readonly scan_id: string;
  readonly activity_id: string;
  readonly pass?: string;
  readonly carer_id?: string;
  readonly direction?: 'entry' | 'exit';
  /** By this phone's clock. */
  readonly phone_at: string;
  /** By the server's, as this phone knows it. */
  readonly happened_at: string;
}

/** Whom this phone has let in, by id: no names stay on a phone that may be lost. */
export interface Seen {
  readonly activity_id: string;
  readonly carer_id: string;
  /** Milliseconds, server's time. */
  readonly entered: number;
  readonly left?: number;
}

interface Shelves extends DBSchema {
  scans: { key: string; value: KeptScan };
  seen: { key: [string, string]; value: Seen };
  scanners: { key: string; value: Scanner };
  phone: { key: 'device'; value: string };
}

const LONGEST_SEEN_MILLISECONDS = 2 * 24 * 3_600_000;

let opened: Promise<IDBPDatabase<Shelves>> | undefined;

/** The phone's own shelf: what is put there survives a closed page and an empty battery. */
function box(): Promise<IDBPDatabase<Shelves>> {
  opened ??= openDB<Shelves>('gongyu-door', 1, {
    upgrade(shelves) {
      shelves.createObjectStore('scans', { keyPath: 'scan_id' });
      shelves.createObjectStore('seen', { keyPath: ['activity_id', 'carer_id'] });
      shelves.createObjectStore('scanners', { keyPath: 'activity_id' });
      shelves.createObjectStore('phone');
    },
  });
  return opened;
}

/** Resolves when it is on the disk. */
export async function keepScan(scan: KeptScan): Promise<void> {
  const transaction = (await box()).transaction('scans', 'readwrite', { durability: 'strict' });
  await Promise.all([transaction.store.put(scan), transaction.done]);
}

/** All that wait, of every event, the oldest first. */
export async function unsentScans(): Promise<KeptScan[]> {
  const scans = await (await box()).getAll('scans');
  return scans.sort((one, other) => (one.scan_id < other.scan_id ? -1 : 1));
}

/** Only what the server has answered for. */
export async function forgetScans(ids: readonly string[]): Promise<void> {
  const transaction = (await box()).transaction('scans', 'readwrite');
  await Promise.all([...ids.map((id) => transaction.store.delete(id)), transaction.done]);
}

export async function seenBefore(activity: string, carer: string): Promise<Seen | undefined> {
  return (await box()).get('seen', [activity, carer]);
}

export async function rememberSeen(seen: Seen): Promise<void> {
  await (await box()).put('seen', seen);
}

/** What the phone needs at a door, for when it has no network. */
export async function keepScanner(scanner: Scanner): Promise<void> {
  await (await box()).put('scanners', scanner);
}

export async function keptScanner(activity: string): Promise<Scanner | undefined> {
  return (await box()).get('scanners', activity);
}

/** After two days nobody asks any more. */
export async function forgetOldDoors(now: number): Promise<void> {
  const transaction = (await box()).transaction(['seen', 'scanners'], 'readwrite');
  const isOld = (milliseconds: number) => now - milliseconds > LONGEST_SEEN_MILLISECONDS;
  for await (const cursor of transaction.objectStore('seen')) {
    if (isOld(cursor.value.entered)) await cursor.delete();
  }
  for await (const cursor of transaction.objectStore('scanners')) {
    if (isOld(Date.parse(cursor.value.doors_close_at))) await cursor.delete();
  }
}

/** This phone, as the host's list names it. */
export async function deviceId(): Promise<string> {
  const shelves = await box();
  const known = await shelves.get('phone', 'device');
  if (known) return known;
  const made = newId(Date.now());
  await shelves.put('phone', made, 'device');
  return made;
}
