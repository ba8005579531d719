import type { Words } from '../../platform/index.ts';
import type { SheetColumn } from '../../platform/sheets/index.ts';
import type { PrivacyRequest } from '../shapes.ts';

const kinds: Readonly<Record<PrivacyRequest['kind'], Words>> = {
  correct: { zh: '更正', en: 'Correct' },
  erase: { zh: '注销', en: 'Erase' },
};

const states: Readonly<Record<PrivacyRequest['state'], Words>> = {
  open: { zh: '待答复', en: 'Open' },
  accepted: { zh: '已同意，可撤回', en: 'Accepted, can be taken back' },
  done: { zh: '已办理', en: 'Done' },
  refused: { zh: '未同意', en: 'Refused' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
};

/** The list of requests as a sheet. */
export const requestColumns: readonly SheetColumn<PrivacyRequest>[] = [
  { header: { zh: '申请人', en: 'Person' }, width: 14, value: ({ person }) => person.name },
  { header: { zh: '申请', en: 'Request' }, width: 10, value: ({ kind }) => kinds[kind] },
  { header: { zh: '内容', en: 'Words' }, width: 40, value: ({ wish }) => wish },
  {
    header: { zh: '申请时间', en: 'Asked' },
    width: 18,
    kind: 'instant',
    value: ({ made_at }) => made_at,
  },
  {
    header: { zh: '答复期限', en: 'Answer until' },
    width: 14,
    kind: 'day',
    value: ({ answer_until }) => answer_until,
  },
  { header: { zh: '状态', en: 'State' }, width: 16, value: ({ state }) => states[state] },
  { header: { zh: '答复', en: 'Answer' }, width: 40, value: ({ reason }) => reason },
  {
    header: { zh: '答复时间', en: 'Answered' },
    width: 18,
    kind: 'instant',
    value: ({ decided_at }) => decided_at,
  },
];
