import { LRUCache } from 'lru-cache';
import {
  listKindsSeen,
  listTasks,
  type Standing,
  type Task,
  type TaskAfter,
  versionsOf,
} from '../../counting/duties/index.ts';
import type { Duty } from '../../plan/index.ts';
import type { District, ReadTransaction } from '../../platform/index.ts';

/** Some ten megabytes. */
const MOST_TASKS = 20_000;

/** A page of a list of tasks. */
export interface AskedList {
  readonly duty: Duty;
  readonly period: string;
  readonly place: string;
  readonly standing: Standing | undefined;
  readonly most: number;
  /** Undefined: the first page. */
  readonly after: TaskAfter | undefined;
}

/** The tasks of a page, as one version of their place has them. */
export interface FoundTasks {
  readonly version: string;
  readonly tasks: readonly Task[];
  /** Whether a fact of the duty's kind was ever told. */
  readonly isRecorded: boolean;
}

/** With the names of the tasks' places, whose changes are another version. */
interface KeptList extends FoundTasks {
  readonly places: ReadonlyMap<string, string>;
}

/** What one process keeps of a district's lists. */
const listsOfDistricts = new WeakMap<District, LRUCache<string, KeptList>>();

function listsOf(district: District): LRUCache<string, KeptList> {
  const known = listsOfDistricts.get(district);
  if (known) return known;
  const made = new LRUCache<string, KeptList>({
    maxSize: MOST_TASKS,
    sizeCalculation: ({ tasks }) => tasks.length + 1,
  });
  listsOfDistricts.set(district, made);
  return made;
}

/**
 * The first page of a list, if it is kept and of the version that its place is of now: who asks behind a figure reads it
 * again and again. How far each task is, is to be asked all the same: what changes nobody's standing changes no version.
 */
export function keptList(
  district: District,
  asked: AskedList,
  version: string,
): KeptList | undefined {
  if (asked.after) return undefined;
  const kept = listsOf(district).get(keyOf(asked));
  return kept?.version === version ? kept : undefined;
}

/** Keeps a first page; what comes after it is read anew each time. */
export function keepList(district: District, asked: AskedList, list: KeptList): void {
  if (!asked.after) listsOf(district).set(keyOf(asked), list);
}

/** One snapshot gives a list and its version. */
export async function readList(
  transaction: ReadTransaction,
  { duty, period, place, standing, most, after }: AskedList,
): Promise<FoundTasks> {
  const page = { ...(standing && { standing }), ...(after && { after }), most };
  const [tasks, seen, versionOf] = await Promise.all([
    listTasks(transaction, { duty: duty.id, period, holder: place }, page),
    listKindsSeen(transaction),
    versionsOf(transaction, [place]),
  ]);
  return { version: versionOf(place), tasks, isRecorded: seen.has(duty.counts.fact) };
}

function keyOf({ duty, period, place, standing, most }: AskedList): string {
  return [duty.id, period, place, standing, most].join(' ');
}
