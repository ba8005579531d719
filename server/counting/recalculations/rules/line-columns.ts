import type { SheetColumn } from '../../../platform/sheets/index.ts';
import type { RecalculationLine } from '../shapes.ts';

/** The list of a recalculation as a sheet, in points. */
export const lineColumns: readonly SheetColumn<RecalculationLine>[] = [
  { header: { zh: '家长', en: 'Carer' }, width: 14, value: ({ carer_name }) => carer_name },
  { header: { zh: '编号', en: 'Id' }, width: 38, value: ({ carer_id }) => carer_id },
  {
    header: { zh: '重新计算几笔', en: 'Deeds counted anew' },
    width: 16,
    value: ({ deeds }) => deeds,
  },
  { header: { zh: '现在积分', en: 'Points now' }, width: 14, value: ({ before }) => before / 100 },
  {
    header: { zh: '重算后积分', en: 'Points after' },
    width: 14,
    value: ({ after }) => after / 100,
  },
  {
    header: { zh: '相差', en: 'Difference' },
    width: 12,
    value: ({ before, after }) => (after - before) / 100,
  },
];
