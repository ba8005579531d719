import { sql } from 'kysely';
import { defineHolding, type Holding } from '../../platform/index.ts';

const scans = defineHolding({
  name: 'scans',
  title: { zh: '扫码记录', en: 'Scans at the door' },
  why: {
    zh: '签到签退的凭据，积分有争议时要用，因此保留；注销后不再指向您的姓名。',
    en: 'Evidence of who came, needed where points are disputed; after erasing it leads to no name.',
  },
  tables: ['scans', 'hall_check_ins', 'scan_conflicts'],
  columns: {
    activity_id: { zh: '活动编号', en: 'Activity' },
    how: { zh: '方式', en: 'How' },
    at: { zh: '时间', en: 'When' },
    outcome: { zh: '结果', en: 'Outcome' },
    metres: { zh: '距会场（米）', en: 'Metres from the hall' },
  },
  async list({ transaction, person }) {
    const { rows } = await sql<ScanHeld>`
      select scans.activity_id, 'pass' as how, happened_at as at,
             outcome || coalesce(' ' || reason || ' ' || state, '') as outcome, null::integer as metres
        from scans left join scan_conflicts on scan_id = scans.id
       where carer_id = ${person}
      union all
      select activity_id, 'hall-code', at, outcome, metres from hall_check_ins where carer_id = ${person}
       order by at`.execute(transaction);
    return rows;
  },
});

interface ScanHeld {
  readonly activity_id: string;
  readonly how: string;
  readonly at: Date;
  readonly outcome: string;
  readonly metres: number | null;
}

export const doorHoldings: readonly Holding[] = [scans];
