import { sql } from 'kysely';
import { defineHolding, type Holding } from '../platform/index.ts';
import { openWish } from './store.ts';

const requests = defineHolding({
  name: 'privacy-requests',
  title: { zh: '您提过的更正和注销申请', en: 'Your requests about your data' },
  why: {
    zh: '证明申请按期得到答复，因此保留；注销后不再有您写的内容。',
    en: 'Shows that requests were answered in time, so they stay; erasing takes out what you wrote.',
  },
  tables: ['privacy_requests'],
  columns: {
    kind: { zh: '申请', en: 'Request' },
    wish: { zh: '内容', en: 'Words' },
    state: { zh: '状态', en: 'State' },
    reason: { zh: '答复', en: 'Answer' },
    made_at: { zh: '申请时间', en: 'Asked' },
    decided_at: { zh: '答复时间', en: 'Answered' },
  },
  async list({ transaction, district: { sealing }, person }) {
    const { rows } = await sql<RequestHeld>`
      select kind, wish_sealed, state, reason, made_at, decided_at from privacy_requests
       where person_id = ${person} order by made_at`.execute(transaction);
    return rows.map(({ wish_sealed, ...row }) => ({
      ...row,
      wish: openWish(sealing, wish_sealed),
    }));
  },
  async erase({ transaction, person }) {
    await sql`update privacy_requests set wish_sealed = null where person_id = ${person}`.execute(
      transaction,
    );
  },
});

interface RequestHeld {
  readonly kind: string;
  readonly wish_sealed: Buffer | null;
  readonly state: string;
  readonly reason: string;
  readonly made_at: Date;
  readonly decided_at: Date | null;
}

export const requestsHoldings: readonly Holding[] = [requests];
