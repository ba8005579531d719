import { defineRefusal } from '../http/refusal.ts';
import { MOST_ROWS_A_SHEET } from './limits.ts';

export const SheetTooLong = defineRefusal(
  'sheets.too-long',
  422,
  {
    zh: `名单超过 ${MOST_ROWS_A_SHEET} 行，没有导出`,
    en: `The list has more than ${MOST_ROWS_A_SHEET} rows and was not exported`,
  },
  {
    zh: '请先按学校、街道或日期筛选，再分几次导出。',
    en: 'Narrow it by school, subdistrict or date first, and export it in parts.',
  },
);
