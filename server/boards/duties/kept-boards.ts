import { LRUCache } from 'lru-cache';
import { versionsOf } from '../../counting/duties/index.ts';
import { nobody, type Who } from '../../directory/index.ts';
import { type Call, type District, Gather, NotFound, type Sent } from '../../platform/index.ts';
import { placeAsked, readBoard, type Sight, sightOf } from './board.ts';
import { lookAt } from './look.ts';
import type { DutyBoard, DutyBoardQuery } from './shapes.ts';

/** About three hundred boards of a district or of large schools, or some thousands of classes. */
const MOST_BYTES = 24 * 1024 * 1024;
const MOST_BOARDS = 5000;
/** Whoever mends an organisation by hand in the database sees it after this time; an import shows at once. */
const MILLISECONDS_KEPT = 60_000;
const MOST_MADE_TOGETHER = 8;

/** A board of one version, and from its first answer on what was sent of it. */
export interface KeptBoard {
  readonly key: string;
  readonly version: string;
  readonly made: DutyBoard | Sent;
}

interface Wanted {
  readonly key: string;
  readonly sight: Sight;
  readonly version: string;
}

/** What one process keeps of a district's boards. */
interface Boards {
  readonly kept: LRUCache<string, KeptBoard>;
  readonly make: Gather<Wanted, KeptBoard>;
}

const boardsOfDistricts = new WeakMap<District, Boards>();

/**
 * The board of a place as it stands now. Who asks is told apart each time, and each time the database is asked whether
 * what is kept still holds: of which version the place's tallies and the organisations are. Those who ask at the same
 * moment look together, and what no longer holds is made once for all of them.
 */
export async function keptBoard(
  district: District,
  who: Who,
  asked: DutyBoardQuery,
  call: Call,
): Promise<KeptBoard> {
  const boards = boardsOf(district);
  const look = await lookAt(district, { place: placeAsked(who, asked) });
  if (!look) throw NotFound();
  const sight = sightOf(who, look.place, asked, call);
  const wanted = { key: keyOf(sight), sight, version: look.version };
  return holding(boards, wanted) ?? boards.make.ask(wanted);
}

/** Keeps what was sent of a board instead of the board, unless that is no longer the one that is kept. */
export function keepBoard(district: District, board: KeptBoard, made: Sent): void {
  const { kept } = boardsOf(district);
  if (kept.peek(board.key) === board) kept.set(board.key, { ...board, made });
}

function keyOf({ place, on, today, seesChildren, above }: Sight): string {
  return [place.id, on, today, seesChildren, ...above].join(' ');
}

/** The board that is kept, if it holds. */
function holding({ kept }: Boards, { key, version }: Wanted): KeptBoard | undefined {
  const board = kept.get(key);
  return board?.version === version ? board : undefined;
}

function boardsOf(district: District): Boards {
  const known = boardsOfDistricts.get(district);
  if (known) return known;
  const made: Boards = {
    kept: new LRUCache({
      max: MOST_BOARDS,
      maxSize: MOST_BYTES,
      sizeCalculation: ({ made: board }) =>
        'body' in board ? board.body.length + (board.gzip?.length ?? 0) : 1,
      ttl: MILLISECONDS_KEPT,
      noUpdateTTL: true,
    }),
    make: new Gather((wanted) => makeAll(district, made, wanted), { most: MOST_MADE_TOGETHER }),
  };
  boardsOfDistricts.set(district, made);
  return made;
}

/**
 * Each board once, and none that was made while these waited. One snapshot gives a board and its version; should that be
 * another than the one looked at, the board is right and given, but not kept: what the look said of its place may be older.
 */
async function makeAll(
  { database, plan }: District,
  boards: Boards,
  wanted: Wanted[],
): Promise<KeptBoard[]> {
  const answers = new Map<string, KeptBoard>();
  const missing = new Map<string, Wanted>();
  for (const one of wanted) {
    const kept = holding(boards, one);
    if (kept) answers.set(one.key, kept);
    else missing.set(one.key, one);
  }
  if (missing.size === 0) return wanted.map(({ key }) => answers.get(key) as KeptBoard);
  await database.read(nobody, async (transaction) => {
    const all = [...missing.values()];
    const ids = all.map(({ sight }) => sight.place.id);
    const [versionOf, ...made] = await Promise.all([
      versionsOf(transaction, ids),
      ...all.map(({ sight }) => readBoard(transaction, plan, sight)),
    ]);
    for (const [index, board] of made.entries()) {
      const { key, version, sight } = all[index] as Wanted;
      const answer: KeptBoard = { key, version, made: board };
      answers.set(key, answer);
      boards.kept.delete(key);
      if (versionOf(sight.place.id) === version) boards.kept.set(key, answer);
    }
  });
  return wanted.map(({ key }) => answers.get(key) as KeptBoard);
}
