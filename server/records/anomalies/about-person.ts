import { sql } from 'kysely';
import { defineHolding, type Holding } from '../../platform/index.ts';
import { anomalyKindTable } from './states.ts';
import type { Anomaly } from './tables.ts';

/** What stands where it was written what somebody found. */
const ERASED_WORDS = '（已删除）';

const anomalies = defineHolding({
  name: 'anomalies',
  title: { zh: '与您有关的异常线索', en: 'Unlikely records about you' },
  why: {
    zh: '只是请人再看一眼的线索，不会因此扣分；结果作为依据保留，注销时删除写下的话。',
    en: 'Hints for a person to look again; nothing is taken because of them. What came of it stays; erasing takes out what was written.',
  },
  tables: ['anomalies', 'anomaly_looks'],
  columns: {
    hint: { zh: '线索', en: 'Hint' },
    from_at: { zh: '时间', en: 'When' },
    state: { zh: '状态', en: 'State' },
    note: { zh: '查看结果', en: 'Found' },
    looks: { zh: '被看过的次数', en: 'Looks' },
  },
  async list({ transaction, person }) {
    const { rows } = await sql<AnomalyHeld>`
      select kind, from_at, state,
             -- What was found about a phone may name other families.
             case when kind <> 'one-phone' then note end as note,
             (select count(*)::integer from anomaly_looks where anomaly_id = anomalies.id) as looks
        from anomalies where carer_ids @> array[${person}::uuid] order by from_at, id
    `.execute(transaction);
    return rows.map(({ kind, ...row }) => ({ hint: anomalyKindTable[kind].name, ...row }));
  },
  async erase({ transaction, person }) {
    await sql`
      update anomalies set note = ${ERASED_WORDS}
       where carer_ids @> array[${person}::uuid] and note is not null`.execute(transaction);
  },
});

interface AnomalyHeld extends Pick<Anomaly, 'kind' | 'from_at' | 'state' | 'note'> {
  readonly looks: number;
}

export const anomaliesHoldings: readonly Holding[] = [anomalies];
