import type { Words } from '../../../platform/index.ts';
import { type PaperColumn, type PaperRow, paperColumns } from './paper-columns.ts';
import { readTime } from './read-time.ts';

export interface PaperProblem {
  readonly row: number;
  readonly column: Words;
  readonly value: string;
  readonly reason: Words;
}

/** Somebody who was there by the sheet; who that is has still to be found for those who had not signed up. */
export interface PaperEntry {
  readonly row: number;
  readonly carer: string | undefined;
  readonly name: string;
  readonly child: string;
  readonly phone: string;
  readonly entered: Date;
  readonly left: Date | undefined;
}

interface Event {
  readonly begins_at: Date;
  readonly ends_at: Date;
}

const reasons = {
  'no-time': {
    zh: '看不出时间，或不在签到时间内；请写成 14:02，或打勾',
    en: 'No time, or not one of the door’s hours; write 14:02, or tick it',
  },
  'left-only': { zh: '有签退，没有签到', en: 'Left without having entered' },
  'left-first': { zh: '签退早于签到', en: 'Left before entering' },
  'no-name': { zh: '请填写家长姓名', en: 'Give the carer’s name' },
  'who-is-it': {
    zh: '没有报名，请补填手机号或孩子姓名',
    en: 'Not signed up: give the phone or the child’s name',
  },
  'unknown-key': {
    zh: '编号对不上本活动的报名；没报名的请把编号空着',
    en: 'No sign-up of this event has this key; leave it empty for who had none',
  },
  'not-found': {
    zh: '按姓名和手机号、孩子姓名都没有找到这位家长',
    en: 'Nobody was found by this name with this phone or child',
  },
  'several-found': {
    zh: '有几位同名的家长，请补填手机号',
    en: 'Several were found: give the phone',
  },
  twice: { zh: '同一位家长在表里出现了两次', en: 'The same carer stands twice in the sheet' },
} as const satisfies Record<string, Words>;
export type PaperReason = keyof typeof reasons;

export function problemOf(
  { row, cells }: PaperRow,
  column: PaperColumn,
  reason: PaperReason,
): PaperProblem {
  return { row, column: paperColumns[column], value: cells[column], reason: reasons[reason] };
}

/** What a line says; undefined: nobody came on it. */
export function judgePaperRow(
  line: PaperRow,
  event: Event,
  registered: ReadonlySet<string>,
): PaperEntry | PaperProblem | undefined {
  const { row, cells } = line;
  if (cells.entered === '' && cells.left === '') return undefined;
  if (cells.entered === '') return problemOf(line, 'entered', 'left-only');
  const entered = readTime(cells.entered, event, event.begins_at);
  if (!entered) return problemOf(line, 'entered', 'no-time');
  const left = cells.left === '' ? undefined : readTime(cells.left, event, event.ends_at);
  if (cells.left !== '' && !left) return problemOf(line, 'left', 'no-time');
  if (left && left < entered) return problemOf(line, 'left', 'left-first');
  if (cells.key !== '' && !registered.has(cells.key)) return problemOf(line, 'key', 'unknown-key');
  if (cells.key === '' && cells.carer === '') return problemOf(line, 'carer', 'no-name');
  if (cells.key === '' && cells.phone === '' && cells.child === '') {
    return problemOf(line, 'phone', 'who-is-it');
  }
  const carer = cells.key === '' ? undefined : cells.key;
  const { carer: name, child, phone } = cells;
  return { row, carer, name, child, phone, entered, left };
}

export function isProblem(one: PaperEntry | PaperProblem): one is PaperProblem {
  return 'reason' in one;
}
