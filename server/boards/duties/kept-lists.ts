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

/** Of which list the first page is asked for. */
interface AskedList {
  readonly duty: Duty;
  readonly period: string;
  readonly place: string;
  readonly standing: Standing | undefined;
  readonly most: number;
}

interface FoundTasks {
  readonly tasks: readonly Task[];
  /** Whether a fact of the duty's kind was ever told. */
  readonly isRecorded: boolean;
  /** What changes nobody's standing changes no version: how far each task of a kept list is, is to be asked. */
  readonly isKept: boolean;
}

interface KeptList extends Omit<FoundTasks, 'isKept'> {
  readonly version: string;
}

/** What one process keeps of a district's lists, the longest unasked first. */
interface Lists {
  readonly kept: Map<string, KeptList>;
  tasks: number;
}

const listsOfDistricts = new WeakMap<District, Lists>();

/**
 * The first page of a list of tasks, as a version of its place has it: who asks behind a figure reads it again and again.
 * Of which version the place is now, was asked of the database just before.
 */
export async function firstTasks(
  district: District,
  transaction: ReadTransaction,
  asked: AskedList,
  version: string,
): Promise<FoundTasks> {
  const lists = listsOfDistricts.get(district) ?? { kept: new Map(), tasks: 0 };
  listsOfDistricts.set(district, lists);
  const key = [asked.duty.id, asked.period, asked.place, asked.standing, asked.most].join(' ');
  const kept = lists.kept.get(key);
  const isKept = kept?.version === version;
  const found = isKept ? kept : await makeList(transaction, asked);
  keep(lists, key, found);
  return { ...found, isKept };
}

/** What comes after the first page is read anew each time. */
export async function tasksAfter(
  transaction: ReadTransaction,
  asked: AskedList,
  after: TaskAfter,
): Promise<FoundTasks> {
  return { ...(await find(transaction, asked, after)), isKept: false };
}

/** One snapshot gives a list and its version. */
async function makeList(transaction: ReadTransaction, asked: AskedList): Promise<KeptList> {
  const [found, versionOf] = await Promise.all([
    find(transaction, asked),
    versionsOf(transaction, [asked.place]),
  ]);
  return { ...found, version: versionOf(asked.place) };
}

async function find(
  transaction: ReadTransaction,
  { duty, period, place, standing, most }: AskedList,
  after?: TaskAfter,
) {
  const page = { ...(standing && { standing }), ...(after && { after }), most };
  const [tasks, seen] = await Promise.all([
    listTasks(transaction, { duty: duty.id, period, holder: place }, page),
    listKindsSeen(transaction),
  ]);
  return { tasks, isRecorded: seen.has(duty.counts.fact) };
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
