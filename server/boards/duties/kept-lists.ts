import { LRUCache } from 'lru-cache';
import {
  listKindsSeen,
  listTasks,
  namesOfHolders,
  type Standing,
  type Task,
  type TaskAfter,
  versionsOf,
} from '../../counting/duties/index.ts';
import { namesOfOrganisations, readerOf, type Who } from '../../directory/index.ts';
import type { Duty } from '../../plan/index.ts';
import type { District, Language } from '../../platform/index.ts';

/** Some ten megabytes. */
const MOST_TASKS = 20_000;

/** A page of a list of tasks, and who asks for it. */
export interface AskedList {
  readonly who: Who;
  readonly language: Language;
  readonly duty: Duty;
  readonly period: string;
  readonly place: string;
  readonly standing: Standing | undefined;
  readonly most: number;
  /** Undefined: the first page. */
  readonly after: TaskAfter | undefined;
}

/** A page as one version of its place has it. */
export interface List {
  readonly version: string;
  readonly tasks: readonly Task[];
  /** Whether a fact of the duty's kind was ever told. */
  readonly isRecorded: boolean;
  /** Of the holders, as the reader may know them. */
  readonly names: ReadonlyMap<string, string>;
  readonly places: ReadonlyMap<string, string>;
}

/** What one process keeps of a district's lists. */
const listsOfDistricts = new WeakMap<District, LRUCache<string, List>>();

function listsOf(district: District): LRUCache<string, List> {
  const known = listsOfDistricts.get(district);
  if (known) return known;
  const made = new LRUCache<string, List>({
    maxSize: MOST_TASKS,
    sizeCalculation: ({ tasks }) => tasks.length + 1,
  });
  listsOfDistricts.set(district, made);
  return made;
}

/**
 * The first page of a list, as it was last read for this reader: who asks behind a figure reads it again and again. It
 * holds if its place is still of its version; how far each task is, is to be asked all the same: what changes nobody's
 * standing changes no version.
 */
export function keptList(district: District, asked: AskedList): List | undefined {
  return asked.after ? undefined : listsOf(district).get(keyOf(asked));
}

/** One snapshot gives a list and its version. A first page is kept; what comes after it is read anew each time. */
export async function readList(district: District, asked: AskedList): Promise<List> {
  const { who, language, duty, period, place, standing, most, after } = asked;
  const page = { ...(standing && { standing }), ...(after && { after }), most };
  const list = await district.database.read(readerOf(who), async (transaction) => {
    const [tasks, seen, versionOf] = await Promise.all([
      listTasks(transaction, { duty: duty.id, period, holder: place }, page),
      listKindsSeen(transaction),
      versionsOf(transaction, [place]),
    ]);
    const [names, places] = await Promise.all([
      namesOfHolders(transaction, district.plan, duty, tasks, language),
      namesOfOrganisations(transaction, [...new Set(tasks.map((task) => task.place))]),
    ]);
    const isRecorded = seen.has(duty.counts.fact);
    return { version: versionOf(place), tasks, isRecorded, names, places };
  });
  if (!after) listsOf(district).set(keyOf(asked), list);
  return list;
}

/** Whom row-level security lets see which child hangs on who the reader is, the posts and the own children. */
function keyOf({ who, language, duty, period, place, standing, most }: AskedList): string {
  const reader = [who.person, ...who.posts.map(({ id }) => id), ...who.children, language];
  return [duty.id, period, place, standing, most, ...reader].join(' ');
}
