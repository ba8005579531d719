import type { SheetColumn } from '../../../platform/sheets/index.ts';
import type { ExceptionRow, HelperShape } from '../shapes.ts';
import type { HelperPart } from '../tables.ts';
import type { ExceptionCode } from './exceptions.ts';
import { partWords } from './part-words.ts';

const exceptionWords: Readonly<Record<ExceptionCode, { zh: string; en: string }>> = {
  'helper-not-seen': { zh: '协助人没有到场记录', en: 'Helper not seen' },
  'not-seen': { zh: '报了名没有来', en: 'Signed up, not seen' },
  'not-registered': { zh: '来了没有报名', en: 'Came without signing up' },
  'no-exit': { zh: '没有签退', en: 'Not checked out' },
  'short-stay': { zh: '在场时间短', en: 'Short stay' },
  'by-hand': { zh: '人工登记', en: 'Entered by hand' },
};

export const exceptionColumns: readonly SheetColumn<ExceptionRow>[] = [
  { header: { zh: '情况', en: 'What' }, width: 22, value: ({ code }) => exceptionWords[code] },
  { header: { zh: '家长', en: 'Carer' }, width: 14, value: ({ carer_name }) => carer_name },
  { header: { zh: '孩子', en: 'Children' }, width: 20, value: (row) => row.children.join('、') },
  {
    header: { zh: '签到', en: 'Entered' },
    width: 18,
    kind: 'instant',
    value: ({ entered_at }) => entered_at,
  },
  { header: { zh: '签退', en: 'Left' }, width: 18, kind: 'instant', value: (row) => row.left_at },
  { header: { zh: '计入分钟', en: 'Minutes' }, width: 10, value: ({ minutes }) => minutes },
  { header: { zh: '备注', en: 'Note' }, width: 24, value: ({ note }) => note },
];

const ofPart = (part: HelperPart) =>
  part === 'door' ? { zh: '签到台', en: 'at the door' } : partWords(part);

export const helperColumns: readonly SheetColumn<HelperShape>[] = [
  { header: { zh: '姓名', en: 'Name' }, width: 14, value: ({ name }) => name },
  { header: { zh: '分工', en: 'Part' }, width: 12, value: ({ part }) => ofPart(part) },
  { header: { zh: '计入分钟', en: 'Minutes' }, width: 10, value: ({ minutes }) => minutes },
];
