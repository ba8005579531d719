import type { SheetColumn } from '../../../platform/sheets/index.ts';
import type { ExcuseRow } from '../shapes.ts';

/** What is excused, of whom, why and by whose leave, as a sheet. */
export const excuseColumns: readonly SheetColumn<ExcuseRow>[] = [
  { header: { zh: '任务', en: 'Duty' }, width: 28, value: ({ duty_title }) => duty_title },
  { header: { zh: '哪一期', en: 'Period' }, width: 20, value: ({ period_name }) => period_name },
  {
    header: { zh: '谁', en: 'Whose' },
    width: 24,
    value: ({ body, holder_name }) => body ?? holder_name,
  },
  { header: { zh: '单位', en: 'Place' }, width: 24, value: ({ place_name }) => place_name },
  { header: { zh: '事由', en: 'Reason' }, width: 24, value: ({ reason_name }) => reason_name },
  { header: { zh: '说明', en: 'Words' }, width: 30, value: ({ words }) => words },
  {
    header: { zh: '替代方式', en: 'Substitute' },
    width: 14,
    value: ({ substitute }) => substitute,
  },
  {
    header: { zh: '替代日期', en: 'On' },
    width: 14,
    kind: 'day',
    value: ({ substitute_on }) => substitute_on,
  },
  { header: { zh: '状态', en: 'State' }, width: 14, value: ({ state_name }) => state_name },
  { header: { zh: '申请人', en: 'Asked by' }, width: 14, value: (row) => row.asked_by_name },
  {
    header: { zh: '申请时间', en: 'Asked' },
    width: 18,
    kind: 'instant',
    value: ({ asked_at }) => asked_at,
  },
  { header: { zh: '审核人', en: 'Decided by' }, width: 14, value: (row) => row.decided_by_name },
  {
    header: { zh: '理由', en: 'Why' },
    width: 30,
    value: ({ decision_reason, revoked_reason }) => revoked_reason ?? decision_reason,
  },
];
