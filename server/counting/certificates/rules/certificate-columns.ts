import { dateInShanghai } from '../../../plan/index.ts';
import type { SheetColumn } from '../../../platform/sheets/index.ts';
import type { CertificateRow } from '../shapes.ts';

/** The list of certificates as a sheet. */
export const certificateColumns: readonly SheetColumn<CertificateRow>[] = [
  { header: { zh: '证明编号', en: 'Number' }, width: 22, value: ({ number }) => number },
  { header: { zh: '证明', en: 'Certificate' }, width: 20, value: ({ name }) => name },
  { header: { zh: '孩子', en: 'Child' }, width: 14, value: ({ student_name }) => student_name },
  { header: { zh: '班级', en: 'Class' }, width: 16, value: ({ class_name }) => class_name },
  { header: { zh: '学校', en: 'School' }, width: 28, value: ({ school_name }) => school_name },
  { header: { zh: '状态', en: 'State' }, width: 12, value: ({ state_name }) => state_name },
  {
    header: { zh: '签发时间', en: 'Issued' },
    width: 18,
    kind: 'instant',
    value: ({ issued_at }) => issued_at,
  },
  {
    header: { zh: '有效期至', en: 'Valid until' },
    width: 14,
    kind: 'day',
    value: ({ valid_until }) => valid_until && dateInShanghai(new Date(valid_until)),
  },
];
