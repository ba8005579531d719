import type { SheetColumn } from '../../platform/sheets/index.ts';
import { activityStateTable } from '../../records/activities/index.ts';
import type { BoardRow } from './shapes.ts';

/** The board as a sheet: one event a line, what is missing in one cell. */
export const boardColumns: readonly SheetColumn<BoardRow>[] = [
  { header: { zh: '活动', en: 'Activity' }, width: 32, value: ({ title }) => title },
  { header: { zh: '类型', en: 'Kind' }, width: 18, value: ({ kind_name }) => kind_name },
  {
    header: { zh: '开始', en: 'Begins' },
    width: 18,
    kind: 'instant',
    value: ({ begins_at }) => begins_at,
  },
  { header: { zh: '地点', en: 'Place' }, width: 24, value: ({ place }) => place },
  { header: { zh: '主办', en: 'Host' }, width: 24, value: ({ host_name }) => host_name },
  {
    header: { zh: '状态', en: 'State' },
    width: 10,
    value: ({ state }) => activityStateTable[state].name,
  },
  { header: { zh: '已报名户数', en: 'Households' }, width: 12, value: (row) => row.places_taken },
  { header: { zh: '名额', en: 'Places' }, width: 10, value: ({ capacity }) => capacity },
  { header: { zh: '候补户数', en: 'Waiting' }, width: 10, value: ({ waiting }) => waiting },
  { header: { zh: '到场人数', en: 'Came' }, width: 10, value: ({ entered }) => entered },
  {
    header: { zh: '还差什么', en: 'What is missing' },
    width: 60,
    value: ({ missing }) => ({
      zh: missing.map(({ text }) => text.zh).join('；'),
      en: missing.map(({ text }) => text.en).join('; '),
    }),
  },
];
