import { sql } from 'kysely';
import { defineHolding, type Holding } from '../platform/index.ts';

const facts = defineHolding({
  name: 'facts',
  title: { zh: '做过的事', en: 'What you did' },
  why: {
    zh: '积分和统计都由它算出，只增不改，因此保留；里面没有姓名，注销后不再指向您。',
    en: 'Points and counts come from it; it only grows, so it stays. It holds no name, and after erasing leads to none.',
  },
  tables: ['facts', 'stated_facts'],
  columns: {
    kind: { zh: '事项', en: 'Kind' },
    at: { zh: '时间', en: 'When' },
    quantity: { zh: '数量', en: 'Quantity' },
    source: { zh: '来自记录', en: 'Record' },
    attributes: { zh: '细节', en: 'Details' },
  },
  async list({ transaction, person }) {
    const { rows } = await sql<FactHeld>`
      select kind, at, quantity, source, attributes from facts where subject_id = ${person}
      union all
      select kind, at, quantity, source, attributes from stated_facts where subject_id = ${person}
       order by at`.execute(transaction);
    return rows;
  },
});

interface FactHeld {
  readonly kind: string;
  readonly at: Date;
  readonly quantity: number;
  readonly source: string;
  readonly attributes: object;
}

export const factsHoldings: readonly Holding[] = [facts];
