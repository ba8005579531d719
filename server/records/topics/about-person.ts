import { sql } from 'kysely';
import { defineHolding, type Holding } from '../../platform/index.ts';

const topics = defineHolding({
  name: 'topics',
  title: { zh: '沙龙话题', en: 'Topics of salons' },
  why: {
    zh: '您想听的和您提议的话题，只用来安排沙龙；谁想听什么，别人看不到。',
    en: 'What you want to hear and what you proposed, to prepare salons; nobody sees who wants what.',
  },
  tables: ['topic_wishes', 'topic_proposals'],
  columns: {
    topic: { zh: '话题', en: 'Topic' },
    state: { zh: '状态', en: 'State' },
    at: { zh: '时间', en: 'When' },
  },
  async list({ transaction, person }) {
    const { rows } = await sql<{ topic: string; state: string; at: Date }>`
      select title as topic, 'wanted' as state, wished_at as at
        from topic_wishes join topics on topics.id = topic_id where carer_id = ${person}
      union all
      select text, state, made_at from topic_proposals where carer_id = ${person}
       order by at`.execute(transaction);
    return rows;
  },
  async erase({ transaction, person }) {
    await sql`delete from topic_wishes where carer_id = ${person}`.execute(transaction);
    await sql`delete from topic_proposals where carer_id = ${person}`.execute(transaction);
  },
});

export const topicsHoldings: readonly Holding[] = [topics];
