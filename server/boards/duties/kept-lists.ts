import {
  listKindsSeen,
  listTasks,
  type Standing,
  type Task,
  type TaskAfter,
} from '../../counting/duties/index.ts';
import type { Duty } from '../../plan/index.ts';
import type { District, ReadTransaction } from '../../platform/index.ts';
import { versionsOf } from './look.ts';

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

/** What one process keeps of a district's lists, the longest unasked first. */
interface Lists {
  readonly kept: Map<string, KeptList>;
  tasks: number;
}

const listsOfDistricts = new WeakMap<District, Lists>();

function listsOf(district: District): Lists {
  const lists = listsOfDistricts.get(district) ?? { kept: new Map(), tasks: 0 };
  listsOfDistricts.set(district, lists);
  return lists;
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
  const lists = listsOf(district);
  const kept = lists.kept.get(keyOf(asked));
  if (asked.after || kept?.version !== version) return undefined;
  keep(lists, keyOf(asked), kept);
  return kept;
}

/** Keeps a first page; what comes after it is read anew each time. */
export function keepList(district: District, asked: AskedList, list: KeptList): void {
  if (!asked.after) keep(listsOf(district), keyOf(asked), list);
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

function keep(lists: Lists, key: string, made: KeptList): void {
  forget(lists, key);
  lists.kept.set(key, made);
  lists.tasks += made.tasks.length + 1;
  for (const oldest of lists.kept.keys()) {
    if (lists.tasks <= MOST_TASKS) break;
    forget(lists, oldest);
  }
}

function forget(lists: Lists, key: string): void {
  const kept = lists.kept.get(key);
  if (!kept) return;
  lists.kept.delete(key);
  lists.tasks -= kept.tasks.length + 1;
}
