import type { SheetColumn } from '../../../platform/sheets/index.ts';
import type { AnomalyLine } from '../shapes.ts';

/** What looks unlikely, as a sheet. */
export const anomalyColumns: readonly SheetColumn<AnomalyLine>[] = [
  { header: { zh: '类型', en: 'Kind' }, width: 22, value: ({ kind_name }) => kind_name },
  { header: { zh: '关于', en: 'About' }, width: 24, value: ({ about }) => about },
  { header: { zh: '线索', en: 'Hint' }, width: 34, value: ({ summary }) => summary },
  {
    header: { zh: '主办单位', en: 'Hosts' },
    width: 34,
    value: ({ host_names }) => host_names.join('、'),
  },
  { header: { zh: '起', en: 'From' }, width: 18, kind: 'instant', value: ({ from_at }) => from_at },
  {
    header: { zh: '止', en: 'Until' },
    width: 18,
    kind: 'instant',
    value: ({ until_at }) => until_at,
  },
  { header: { zh: '状态', en: 'State' }, width: 16, value: ({ state_name }) => state_name },
  {
    header: { zh: '查看人', en: 'Looked into by' },
    width: 14,
    value: ({ looked_by }) => looked_by,
  },
  { header: { zh: '查看结果', en: 'Found' }, width: 44, value: ({ note }) => note },
];
