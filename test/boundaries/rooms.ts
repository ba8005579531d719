/**
 * Which room a file stands in, and which rooms that one may enter. Computed from paths alone: a new folder is
 * guarded the day it appears, and one that no line here knows is refused.
 */

/** `server/records/activities`, `server/facts`, `web/carer`, `demo`; undefined for files at the root. */
export function roomOf(path: string): string | undefined {
  const parts = path.split('/');
  if (parts.length < 2) return undefined;
  if (parts[0] === 'web') return parts.length > 2 ? `web/${parts[1]}` : 'web';
  if (parts[0] !== 'server') return parts[0];
  if (parts.length === 2) return ENTRANCE;
  if (parts[1] === 'commands') return ENTRANCE;
  const isShelf = parts[1] === 'records' || parts[1] === 'counting';
  return isShelf && parts.length > 3 ? `server/${parts[1]}/${parts[2]}` : `server/${parts[1]}`;
}

/** The loose files of server/ and its commands: they put the rooms together and may enter them all. */
export const ENTRANCE = 'server';

const everyRoom = /^server(\/|$)/;

/** Left to right, as ARCHITECTURE.md draws it. Each room may enter itself. */
const mayEnter: readonly (readonly [room: RegExp, rooms: RegExp])[] = [
  [/^server\/platform$/, /^$/],
  [/^server\/facts$/, /^server\/platform$/],
  [/^server\/plan$/, /^server\/platform$/],
  [/^server\/directory$/, /^server\/(platform|plan|facts)$/],
  [/^server\/notices$/, /^server\/(platform|plan|directory)$/],
  [/^server\/records\/[^/]+$/, /^server\/(platform|plan|facts|directory|notices|records\/[^/]+)$/],
  [
    /^server\/counting\/[^/]+$/,
    /^server\/(platform|plan|facts|directory|notices|counting\/[^/]+)$/,
  ],
  [/^server\/boards$/, everyRoom],
  [/^server\/privacy$/, everyRoom],
  [/^server\/testing$/, everyRoom],
  [/^server$/, /^(server(\/.*)?|demo)$/],
  [/^web\/shared$/, /^$/],
  [/^web\/[^/]+$/, /^web\/shared$/],
  [/^web$/, /^web\//],
  [/^demo$/, everyRoom],
  [/^bench$/, /^(server(\/.*)?|demo|scripts)$/],
  [/^e2e$/, /^(server(\/.*)?|demo)$/],
  [/^test$/, /^scripts$/],
  [/^scripts$/, /^$/],
];

/** Of a file that is no test. */
export function mayRoomEnter(room: string, other: string): boolean {
  if (room === other) return true;
  return mayEnter.some(([rooms, others]) => rooms.test(room) && others.test(other));
}

export function isKnownRoom(room: string): boolean {
  return mayEnter.some(([rooms]) => rooms.test(room));
}

/** A room is entered by an index.ts; the entrance has none, each of its files is one. */
export function isDoor(path: string): boolean {
  return path.endsWith('/index.ts') || roomOf(path) === ENTRANCE || !path.startsWith('server/');
}

/** Tests and what only tests use may build their cases from the inside of other rooms of the server. */
export function isForTests(path: string): boolean {
  return /\.test\.tsx?$/.test(path) || /\/testing\//.test(path);
}
