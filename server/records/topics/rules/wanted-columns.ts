import type { SheetColumn } from '../../../platform/sheets/index.ts';
import type { WantedTopic } from './wanted-topics.ts';

export const wantedColumns: readonly SheetColumn<WantedTopic>[] = [
  { header: { zh: '话题', en: 'Topic' }, width: 48, value: ({ title }) => title },
  { header: { zh: '想聊（人次）', en: 'Wanted' }, width: 14, value: ({ wanted }) => wanted },
  { header: { zh: '列过（场）', en: 'Listed at' }, width: 12, value: ({ salons }) => salons },
  { header: { zh: '聊到（场）', en: 'Talked at' }, width: 12, value: ({ talked }) => talked },
];
