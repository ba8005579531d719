import type { SheetColumn } from '../../platform/sheets/index.ts';
import type { PointEntry } from './shapes.ts';

/** Points are counted in hundredths. */
const HUNDREDTHS = 100;

/** A carer's entries as a sheet: what was done, by which rule, what it earned, and why. */
export const entryColumns: readonly SheetColumn<PointEntry>[] = [
  {
    header: { zh: '日期', en: 'Date' },
    width: 18,
    kind: 'instant',
    value: ({ deed }) => deed.at,
  },
  {
    header: { zh: '因为什么', en: 'What for' },
    width: 32,
    value: ({ deed }) => deed.activity_title ?? deed.kind_name,
  },
  {
    header: { zh: '在哪里', en: 'Where' },
    width: 24,
    value: ({ deed }) => deed.organisation_name,
  },
  {
    header: { zh: '分钟', en: 'Minutes' },
    width: 8,
    value: ({ deed }) => (deed.unit === 'minutes' ? deed.quantity : null),
  },
  { header: { zh: '规则', en: 'Rule' }, width: 28, value: ({ rule }) => rule.title },
  { header: { zh: '条款', en: 'Clause' }, width: 10, value: ({ rule }) => rule.clause },
  { header: { zh: '规则版本', en: 'Version' }, width: 10, value: ({ rule }) => rule.version },
  {
    header: { zh: '积分', en: 'Points' },
    width: 10,
    value: ({ amount }) => amount / HUNDREDTHS,
  },
  { header: { zh: '来由', en: 'Reason' }, width: 56, value: ({ reason }) => reason },
  {
    header: { zh: '更正原因', en: 'Why corrected' },
    width: 28,
    value: ({ reversal }) => reversal?.reason ?? null,
  },
];
