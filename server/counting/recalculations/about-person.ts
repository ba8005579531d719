import { sql } from 'kysely';
import { defineHolding, type Holding } from '../../platform/index.ts';

const lines = defineHolding({
  name: 'recalculations',
  title: { zh: '积分重新计算', en: 'Points counted anew' },
  why: {
    zh: '区里下令重新计算过去积分时，您的积分前后各是多少，供第二人核对。长期保存；注销后只剩编号，查不到是您。',
    en: 'What your points were and came to when the district counted past points anew, for a second person to look at. Kept; once you are erased only a number is left that leads to nobody.',
  },
  tables: ['recalculations', 'recalculation_lines'],
  columns: {
    ordered_at: { zh: '下令时间', en: 'Ordered' },
    reason: { zh: '原因', en: 'Reason' },
    deeds: { zh: '重算几笔', en: 'Deeds' },
    before: { zh: '原来（百分之一分）', en: 'Before (hundredths)' },
    after: { zh: '重算后（百分之一分）', en: 'After (hundredths)' },
  },
  async list({ transaction, person }) {
    const { rows } = await sql<{
      ordered_at: Date;
      reason: string;
      deeds: number;
      before: number;
      after: number;
    }>`
      select ordered_at, reason, deeds, before, after
        from recalculation_lines
        join recalculations on recalculations.id = recalculation_id
       where carer_id = ${person} and state <> 'withdrawn'
       order by ordered_at`.execute(transaction);
    return rows;
  },
});

export const recalculationsHoldings: readonly Holding[] = [lines];
