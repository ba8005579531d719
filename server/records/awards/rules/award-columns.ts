import type { SheetColumn } from '../../../platform/sheets/index.ts';
import type { AwardRow } from '../shapes.ts';

/** What was entered by hand, as a sheet. */
export const awardColumns: readonly SheetColumn<AwardRow>[] = [
  { header: { zh: '日期', en: 'Day' }, width: 14, kind: 'day', value: (row) => row.done_on },
  { header: { zh: '家长', en: 'Carer' }, width: 14, value: (row) => row.carer_name },
  { header: { zh: '事项', en: 'Deed' }, width: 32, value: (row) => row.kind_name },
  { header: { zh: '数量', en: 'Amount' }, width: 8, value: (row) => row.quantity },
  { header: { zh: '说明', en: 'Reason' }, width: 40, value: (row) => row.reason },
  { header: { zh: '单位', en: 'Organisation' }, width: 24, value: (row) => row.organisation_name },
  { header: { zh: '登记人', en: 'Entered by' }, width: 12, value: (row) => row.made_by },
  { header: { zh: '核准人', en: 'Decided by' }, width: 12, value: (row) => row.decided_by },
  { header: { zh: '状态', en: 'State' }, width: 18, value: (row) => row.state_name },
  {
    header: { zh: '抽查意见', en: 'Review' },
    width: 32,
    value: (row) => row.review_note,
  },
];
