import { sql } from 'kysely';
import { defineHolding, type Holding } from '../../platform/index.ts';

const duties = defineHolding({
  name: 'duties',
  title: { zh: '与您或孩子有关的任务进度', en: 'Duties that concern you or your child' },
  why: {
    zh: '学校和区里据此知道该做的事做了没有，如家访是否到家。由事实算出，里面没有姓名，注销后不再指向您。',
    en: 'By it school and district know whether what is due was done, such as a home visit. Counted from facts; it holds no name, and after erasing leads to none.',
  },
  tables: [
    'duty_moves',
    'duty_stays',
    'duty_progress',
    'duty_things',
    'duty_evidence',
    'duty_occasions',
  ],
  columns: {
    duty: { zh: '任务', en: 'Duty' },
    period: { zh: '哪一期', en: 'Period' },
    quantity: { zh: '完成', en: 'Done' },
    excuses: { zh: '事由免计', en: 'Excuses' },
  },
  async list({ transaction, person }) {
    const { rows } = await sql<DutyHeld>`
      select duty, period, quantity, excuses from duty_progress where holder = ${person}
       order by duty, period`.execute(transaction);
    return rows;
  },
});

interface DutyHeld {
  readonly duty: string;
  readonly period: string;
  readonly quantity: number;
  readonly excuses: number;
}

export const dutiesHoldings: readonly Holding[] = [duties];
