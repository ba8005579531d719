import type { SheetColumn } from '../../../platform/sheets/index.ts';
import type { ActivityRow } from '../shapes.ts';
import { activityStateTable } from '../states.ts';

/** The list of activities as a sheet. */
export const activityColumns: readonly SheetColumn<ActivityRow>[] = [
  { header: { zh: '活动', en: 'Activity' }, width: 32, value: ({ title }) => title },
  { header: { zh: '类型', en: 'Kind' }, width: 18, value: ({ kind_name }) => kind_name },
  {
    header: { zh: '开始', en: 'Begins' },
    width: 18,
    kind: 'instant',
    value: ({ begins_at }) => begins_at,
  },
  {
    header: { zh: '结束', en: 'Ends' },
    width: 18,
    kind: 'instant',
    value: ({ ends_at }) => ends_at,
  },
  { header: { zh: '地点', en: 'Place' }, width: 24, value: ({ place }) => place },
  { header: { zh: '主办', en: 'Host' }, width: 24, value: ({ host_name }) => host_name },
  {
    header: { zh: '已报名户数', en: 'Households' },
    width: 12,
    value: ({ places_taken }) => places_taken,
  },
  { header: { zh: '名额', en: 'Places' }, width: 10, value: ({ capacity }) => capacity },
  {
    header: { zh: '状态', en: 'State' },
    width: 10,
    value: ({ state }) => activityStateTable[state].name,
  },
];
