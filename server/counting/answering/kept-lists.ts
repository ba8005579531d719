import { LRUCache } from 'lru-cache';
import { nobody, type Who } from '../../directory/index.ts';
import { dateInShanghai } from '../../plan/index.ts';
import {
  type Call,
  type District,
  Gather,
  type ReadTransaction,
  type Sent,
} from '../../platform/index.ts';
import { versionsOf } from '../duties/index.ts';
import { answersAt } from './posts.ts';

/** Some two thousand lists. */
const MOST_BYTES = 16 * 1024 * 1024;
/** Whoever changes a post or a name by hand in the database sees it after this time; all other changes show at once. */
const MILLISECONDS_KEPT = 60_000;
const MOST_LOOKS = 200;

/** A list as it was sent, and the version of the posts' places that it is of. */
interface KeptList {
  readonly version: string;
  readonly sent: Sent;
}

/** What one process keeps of a district's lists, and its looks at versions: those who ask at the same moment look together. */
interface Lists {
  readonly kept: LRUCache<string, KeptList>;
  readonly looks: Gather<readonly string[], string>;
}

const listsOfDistricts = new WeakMap<District, Lists>();

/**
 * What was sent to this person, with these posts, on this day, if it still holds; the database is asked whether it does.
 * What lies in somebody else's share below a post changes the version of the post's place too, as all that is below it.
 */
export async function keptList(
  district: District,
  who: Who,
  call: Call,
): Promise<Sent | undefined> {
  const { kept, looks } = listsOf(district);
  const known = kept.get(keyOf(who, call));
  if (!known) return undefined;
  return (await looks.ask(answersAt(who))) === known.version ? known.sent : undefined;
}

/** Keeps what was sent, of the version that the same snapshot gave. */
export function keepList(district: District, who: Who, call: Call, list: KeptList): void {
  listsOf(district).kept.set(keyOf(who, call), list);
}

/** Of which version a person's list is now. */
export async function versionOfList(transaction: ReadTransaction, who: Who): Promise<string> {
  const places = answersAt(who);
  return together(places, await versionsOf(transaction, places));
}

function keyOf({ person, posts }: Who, { at, language }: Call): string {
  return [person, dateInShanghai(at), language, ...posts.map(({ id }) => id)].join(' ');
}

function together(places: readonly string[], versionOf: (place: string) => string): string {
  return places.map(versionOf).join(' ');
}

function listsOf(district: District): Lists {
  const known = listsOfDistricts.get(district);
  if (known) return known;
  const made: Lists = {
    kept: new LRUCache({
      maxSize: MOST_BYTES,
      sizeCalculation: ({ sent: { body, gzip } }) => body.length + (gzip?.length ?? 0),
      ttl: MILLISECONDS_KEPT,
    }),
    looks: new Gather((asked) => lookAll(district, asked), { most: MOST_LOOKS, lanes: 2 }),
  };
  listsOfDistricts.set(district, made);
  return made;
}

async function lookAll({ database }: District, asked: (readonly string[])[]): Promise<string[]> {
  return database.read(nobody, async (transaction) => {
    const versionOf = await versionsOf(transaction, [...new Set(asked.flat())]);
    return asked.map((places) => together(places, versionOf));
  });
}
