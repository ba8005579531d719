import { globSync } from 'node:fs';
import { findCycles } from './find-cycles.ts';
import { type Import, readImports } from './read-imports.ts';
import { ENTRANCE, isDoor, isForTests, isKnownRoom, mayRoomEnter, roomOf } from './rooms.ts';

/** Every import of the tree that the rules forbid, each as a sentence; none in a healthy tree. */
export function findBreaches(root: string): string[] {
  const sources = globSync('{server,web,demo,bench,e2e,test,scripts}/**/*.{ts,tsx,mjs}', {
    cwd: root,
    exclude: (name) => name === 'node_modules' || name === 'dist',
  });
  const imports = sources.sort().flatMap((file) => readImports(root, file));
  return [
    ...new Set(sources.flatMap(unknownRoom)),
    ...imports.flatMap((one) => breachOf(one) ?? []),
    ...findCycles(imports.filter(({ isLate }) => !isLate)).map(
      (cycle) => `These files import each other: ${cycle.join(' → ')}`,
    ),
    ...roomCycles(imports),
  ];
}

function unknownRoom(file: string): string[] {
  const room = roomOf(file);
  return room && !isKnownRoom(room)
    ? [`${room}/ is a room that no rule knows: say in test/boundaries/rooms.ts what it may enter`]
    : [];
}

function breachOf({ from, to, isPackage, exists }: Import): string | undefined {
  if (isPackage) {
    return isSetUp(from) && !to.startsWith('node:')
      ? `${from} imports ${to}, but runs before packages are installed`
      : undefined;
  }
  if (!exists) return `${from} imports ${to}, which does not exist`;
  if (/\/migrations\//.test(to)) return `${from} imports ${to}: migrations are nobody's`;
  const [room, other] = [roomOf(from), roomOf(to)];
  if (!room || !other || room === other) return undefined;
  if (isForTests(from)) return sideOf(from) === sideOf(to) ? undefined : crossing(from, to);
  if (isForTests(to))
    return isForTests(from) ? undefined : `${from} imports ${to}, which is for tests`;
  if (!mayRoomEnter(room, other)) return `${from} imports ${to}: ${room} may not enter ${other}`;
  const isEntrance = room === ENTRANCE && to.endsWith('/routes.ts');
  return isDoor(to) || isEntrance
    ? undefined
    : `${from} imports ${to}: ${other} is entered through its index.ts only`;
}

/** scripts/ is Node alone: `npm start` runs it when nothing is installed yet. */
function isSetUp(path: string): boolean {
  return path.startsWith('scripts/') && path.endsWith('.mjs');
}

/** Even a test of the pages does not reach into the server, nor the other way. */
function sideOf(path: string): 'pages' | 'the rest' {
  return path.startsWith('web/') ? 'pages' : 'the rest';
}

function crossing(from: string, to: string): string | undefined {
  if (to.startsWith('scripts/')) return undefined;
  return `${from} imports ${to}: pages and server meet in openapi.json only`;
}

/** Rooms beside each other may use each other's doors, but not both ways. */
function roomCycles(imports: readonly Import[]): string[] {
  const between = imports
    .filter(({ from, isPackage }) => !isPackage && !isForTests(from))
    .flatMap((one) => {
      const [from, to] = [roomOf(one.from), roomOf(one.to)];
      const isBetweenRooms = from && to && from !== to && from !== ENTRANCE && to !== ENTRANCE;
      return isBetweenRooms ? [{ ...one, from, to }] : [];
    });
  return findCycles(between).map((cycle) => `These rooms import each other: ${cycle.join(' → ')}`);
}
