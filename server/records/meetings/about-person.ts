import { sql } from 'kysely';
import { defineHolding, type Holding } from '../../platform/index.ts';

const meetings = defineHolding({
  name: 'meetings',
  title: { zh: '家长会的回复和面谈', en: 'Answers and talks of parents’ meetings' },
  why: {
    zh: '让学校知道哪家没到会、后来谈过没有。注销时删除您写的原因。',
    en: 'So that the school knows whom a meeting reached. Erasing deletes the reasons that you wrote.',
  },
  tables: ['meeting_answers', 'meeting_talks'],
  columns: {
    activity_id: { zh: '家长会编号', en: 'Meeting' },
    answer: { zh: '回复', en: 'Answer' },
    words: { zh: '原因或面谈记录', en: 'Reason, or note of the talk' },
    at: { zh: '时间', en: 'When' },
  },
  async list({ transaction, person }) {
    const { rows } = await sql<Record<'activity_id' | 'answer' | 'words' | 'at', string>>`
      select activity_id, answer, reason as words, answered_at::text as at
        from meeting_answers where carer_id = ${person}
      union all
      select activity_id, 'talk', note, talked_on::text from meeting_talks where carer_id = ${person}
       order by at`.execute(transaction);
    return rows;
  },
  async erase({ transaction, person }) {
    await sql`update meeting_answers set reason = '' where carer_id = ${person}`.execute(
      transaction,
    );
  },
});

export const meetingsHoldings: readonly Holding[] = [meetings];
