import type { Words } from '../../../platform/index.ts';
import type { SheetColumn } from '../../../platform/sheets/index.ts';
import type { ContestLine } from '../shapes.ts';
import type { Claim, Outcome } from '../states.ts';

const claimWords: Readonly<Record<Claim, Words>> = {
  wrong: { zh: '不对', en: 'Wrong' },
  missing: { zh: '少了', en: 'Missing' },
  certificate: { zh: '证明申诉', en: 'Certificate appeal' },
};

const outcomeWords: Readonly<Record<Outcome, Words>> = {
  upheld: { zh: '认可，已更正', en: 'Upheld and corrected' },
  declined: { zh: '维持原记录', en: 'The record stands' },
};

/** What families contest, as a sheet. */
export const contestColumns: readonly SheetColumn<ContestLine>[] = [
  {
    header: { zh: '提出时间', en: 'Raised' },
    width: 18,
    kind: 'instant',
    value: ({ made_at }) => made_at,
  },
  { header: { zh: '家长', en: 'Carer' }, width: 14, value: ({ carer_name }) => carer_name },
  { header: { zh: '类型', en: 'Kind' }, width: 12, value: ({ claim }) => claimWords[claim] },
  { header: { zh: '关于', en: 'About' }, width: 36, value: ({ title }) => title },
  { header: { zh: '答复单位', en: 'Host' }, width: 24, value: ({ host_name }) => host_name },
  { header: { zh: '状态', en: 'State' }, width: 16, value: ({ state_name }) => state_name },
  {
    header: { zh: '期限', en: 'Due' },
    width: 18,
    kind: 'instant',
    value: ({ due_at }) => due_at,
  },
  {
    header: { zh: '结果', en: 'Outcome' },
    width: 16,
    value: ({ outcome }) => outcome && outcomeWords[outcome],
  },
  { header: { zh: '材料', en: 'Files' }, width: 8, value: ({ files }) => files },
];
