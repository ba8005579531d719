import type { Words } from '../../../platform/index.ts';
import type { SheetColumn } from '../../../platform/sheets/index.ts';
import type { ReliefKind, ReliefRow, ReliefState } from '../shapes.ts';

const kindWords: Readonly<Record<ReliefKind, Words>> = {
  leave: { zh: '请假', en: 'Leave' },
  disability: { zh: '残疾', en: 'Disability' },
};

const stateWords: Readonly<Record<ReliefState, Words>> = {
  waiting: { zh: '待核准', en: 'To be approved' },
  approved: { zh: '已核准', en: 'Approved' },
  declined: { zh: '未核准', en: 'Declined' },
  ended: { zh: '已终止', en: 'Ended' },
};

/** Why less is asked of families, as a sheet. */
export const reliefColumns: readonly SheetColumn<ReliefRow>[] = [
  { header: { zh: '家长', en: 'Carer' }, width: 14, value: ({ carer_name }) => carer_name },
  { header: { zh: '孩子', en: 'Child' }, width: 14, value: ({ student_name }) => student_name },
  { header: { zh: '班级', en: 'Class' }, width: 16, value: ({ class_name }) => class_name },
  { header: { zh: '学校', en: 'School' }, width: 28, value: ({ school_name }) => school_name },
  { header: { zh: '情形', en: 'Kind' }, width: 12, value: ({ kind }) => kindWords[kind] },
  {
    header: { zh: '第一天', en: 'First day' },
    width: 14,
    kind: 'day',
    value: ({ from_on }) => from_on,
  },
  {
    header: { zh: '最后一天', en: 'Last day' },
    width: 14,
    kind: 'day',
    value: ({ until_on }) => until_on,
  },
  { header: { zh: '说明', en: 'Reason' }, width: 30, value: ({ reason }) => reason },
  { header: { zh: '状态', en: 'State' }, width: 12, value: ({ state }) => stateWords[state] },
  { header: { zh: '登记人', en: 'Written by' }, width: 14, value: (row) => row.asked_by_name },
  { header: { zh: '核准人', en: 'Decided by' }, width: 14, value: (row) => row.decided_by_name },
  { header: { zh: '原因', en: 'Why' }, width: 30, value: ({ decision_reason: why }) => why },
];
