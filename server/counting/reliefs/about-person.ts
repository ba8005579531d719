import { sql } from 'kysely';
import { defineHolding, type Holding } from '../../platform/index.ts';
import { REASON } from './rules/shown-relief.ts';

const reliefs = defineHolding({
  name: 'reliefs',
  title: { zh: '请假和照顾', en: 'Leave and relief' },
  why: {
    zh: '您请假或有残疾时，证明要求的积分按计划减少。只有学校、区里和您自己能看到；注销时删除。',
    en: 'For a leave or a disability less is asked of your families. Seen by the school, the district and you; erased with you.',
  },
  tables: ['reliefs'],
  columns: {
    kind: { zh: '事由', en: 'Kind' },
    from_on: { zh: '自', en: 'From' },
    until_on: { zh: '至', en: 'Until' },
    reason: { zh: '说明', en: 'Reason' },
    state: { zh: '状态', en: 'State' },
    asked_at: { zh: '登记时间', en: 'Written' },
    decided_at: { zh: '审核时间', en: 'Decided' },
  },
  async list({ transaction, district: { sealing }, person }) {
    const { rows } = await sql<ReliefHeld>`
      select kind, from_on, until_on, reason_sealed, state, asked_at, decided_at from reliefs
       where carer_id = ${person} order by asked_at`.execute(transaction);
    return rows.map(({ reason_sealed, ...row }) => ({
      ...row,
      reason: sealing.open(REASON, reason_sealed),
    }));
  },
  async erase({ transaction, person }) {
    await sql`delete from reliefs where carer_id = ${person}`.execute(transaction);
  },
});

interface ReliefHeld {
  readonly kind: string;
  readonly from_on: string;
  readonly until_on: string | null;
  readonly reason_sealed: Buffer;
  readonly state: string;
  readonly asked_at: Date;
  readonly decided_at: Date | null;
}

export const reliefsHoldings: readonly Holding[] = [reliefs];
