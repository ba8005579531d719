import { sql } from 'kysely';
import { defineHolding, type Holding } from '../platform/index.ts';

const notices = defineHolding({
  name: 'notices',
  title: { zh: '收到的消息', en: 'Notices to you' },
  why: {
    zh: '告诉过您什么、送到没有；班主任打过的电话也记在这里。',
    en: 'What you were told and whether it reached you, telephone calls of a teacher included.',
  },
  tables: ['notices', 'notice_deliveries', 'notice_calls'],
  columns: {
    words: { zh: '内容', en: 'Words' },
    made_at: { zh: '时间', en: 'When' },
    read_at: { zh: '已读', en: 'Read' },
    sent_by: { zh: '发送方式', en: 'Sent by' },
    telephoned_at: { zh: '电话时间', en: 'Telephoned' },
  },
  async list({ transaction, person }) {
    const { rows } = await sql<NoticeHeld>`
      select words, notices.made_at, read_at, called_at as telephoned_at,
             array(select channel || ' ' || state from notice_deliveries
                    where notice_deliveries.person_id = ${person}
                      and notices.id = any(notice_ids) order by made_at) as sent_by
        from notices left join notice_calls on notice_id = notices.id
       where notices.person_id = ${person} order by notices.made_at`.execute(transaction);
    return rows;
  },
  async erase({ transaction, person }) {
    for (const table of ['notice_calls', 'notice_deliveries', 'notices'] as const) {
      await sql`delete from ${sql.table(table)} where person_id = ${person}`.execute(transaction);
    }
  },
});

interface NoticeHeld {
  readonly words: object;
  readonly made_at: Date;
  readonly read_at: Date | null;
  readonly sent_by: string[];
  readonly telephoned_at: Date | null;
}

const ways = defineHolding({
  name: 'ways-to-reach-you',
  title: { zh: '消息怎么送到您', en: 'How notices reach you' },
  why: {
    zh: '您绑定的微信、邮箱等，和您选的提醒时间；随时可以自己移除。',
    en: 'Addresses that you gave and the hours you chose; you can remove them at any time.',
  },
  tables: ['notice_addresses', 'notice_address_proofs', 'notice_wishes'],
  columns: {
    channel: { zh: '方式', en: 'Channel' },
    label: { zh: '地址', en: 'Address' },
    made_at: { zh: '绑定时间', en: 'Since' },
    ended_at: { zh: '移除时间', en: 'Until' },
    pace: { zh: '提醒节奏', en: 'Pace' },
  },
  async list({ transaction, person }) {
    const { rows } = await sql<WayHeld>`
      select channel, label, made_at, ended_at, null as pace from notice_addresses
       where person_id = ${person}
      union all
      select null, null, changed_at, null,
             pace || ' ' || array_to_string(off, ' ') from notice_wishes where person_id = ${person}
       order by made_at`.execute(transaction);
    return rows;
  },
  async erase({ transaction, person }) {
    for (const table of ['notice_address_proofs', 'notice_addresses', 'notice_wishes'] as const) {
      await sql`delete from ${sql.table(table)} where person_id = ${person}`.execute(transaction);
    }
  },
});

interface WayHeld {
  readonly channel: string | null;
  readonly label: string | null;
  readonly made_at: Date;
  readonly ended_at: Date | null;
  readonly pace: string | null;
}

/** What the notices hold about a person. Deliveries name addresses, so they go first. */
export const noticesHoldings: readonly Holding[] = [notices, ways];
