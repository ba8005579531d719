import { sql } from 'kysely';
import { defineHolding, type Holding, plainArray } from '../../platform/index.ts';

const excuses = defineHolding({
  name: 'excuses',
  title: { zh: '任务的事由免计', en: 'Duties excused' },
  why: {
    zh: '说明与您或孩子有关的任务为什么没有要求完成，谁同意的，因此保留；注销时删除写的话。',
    en: 'Shows why a task that concerns you or your child was not asked for, and who agreed, so it stays; erasing takes out what was written.',
  },
  tables: ['excuses'],
  columns: {
    duty: { zh: '任务', en: 'Duty' },
    period: { zh: '哪一期', en: 'Period' },
    reason: { zh: '事由', en: 'Reason' },
    words: { zh: '说明', en: 'Words' },
    substitute: { zh: '替代方式', en: 'Substitute' },
    substitute_on: { zh: '替代日期', en: 'On' },
    state: { zh: '状态', en: 'State' },
    asked_at: { zh: '申请时间', en: 'Asked' },
    decided_at: { zh: '审核时间', en: 'Decided' },
  },
  async list({ transaction, person, children }) {
    const { rows } = await sql<ExcuseHeld>`
      select duty, period, reason, words, substitute, substitute_on, state, asked_at, decided_at
        from excuses where holder_id = any(${plainArray([person, ...children])}::uuid[])
       order by asked_at`.execute(transaction);
    return rows;
  },
  async erase({ transaction, person }) {
    await sql`update excuses set words = null where holder_id = ${person}`.execute(transaction);
  },
});

interface ExcuseHeld {
  readonly duty: string;
  readonly period: string;
  readonly reason: string;
  readonly words: string | null;
  readonly substitute: string | null;
  readonly substitute_on: string | null;
  readonly state: string;
  readonly asked_at: Date;
  readonly decided_at: Date | null;
}

export const excusesHoldings: readonly Holding[] = [excuses];
