import type { Words } from '../../../platform/index.ts';
import type { SheetColumn } from '../../../platform/sheets/index.ts';
import { relationshipName } from '../../words.ts';
import type { LinkRequest } from '../shapes.ts';

const stateNames: Readonly<Record<LinkRequest['state'], Words>> = {
  waiting: { zh: '待确认', en: 'Waiting' },
  confirmed: { zh: '已关联', en: 'Confirmed' },
  declined: { zh: '已婉拒', en: 'Declined' },
};

/** The list of requests as a sheet. */
export const linkColumns: readonly SheetColumn<LinkRequest>[] = [
  { header: { zh: '家长', en: 'Carer' }, width: 14, value: ({ carer }) => carer.name },
  { header: { zh: '手机', en: 'Phone' }, width: 14, value: ({ carer }) => carer.masked_phone },
  { header: { zh: '孩子', en: 'Child' }, width: 14, value: ({ child_name }) => child_name },
  { header: { zh: '学校', en: 'School' }, width: 28, value: ({ school_name }) => school_name },
  {
    header: { zh: '所填班级', en: 'Class as written' },
    width: 18,
    value: ({ class_hint }) => class_hint,
  },
  {
    header: { zh: '关系', en: 'Relationship' },
    width: 16,
    value: ({ relationship }) => relationshipName(relationship),
  },
  {
    header: { zh: '申请时间', en: 'Asked' },
    width: 18,
    kind: 'instant',
    value: ({ made_at }) => made_at,
  },
  { header: { zh: '状态', en: 'State' }, width: 12, value: ({ state }) => stateNames[state] },
  {
    header: { zh: '处理时间', en: 'Decided' },
    width: 18,
    kind: 'instant',
    value: ({ decided_at }) => decided_at,
  },
  { header: { zh: '婉拒的原因', en: 'Why declined' }, width: 32, value: ({ reason }) => reason },
];
