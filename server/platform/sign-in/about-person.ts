import { sql } from 'kysely';
import { defineHolding, type Holding } from '../holding.ts';

const account = defineHolding({
  name: 'account',
  title: { zh: '登录账号', en: 'Account' },
  why: {
    zh: '有密码的人才有；密码只存不可还原的散列值，这里不列出。',
    en: 'Only of those who have a password, of which a hash is kept that cannot be turned back; it is not listed.',
  },
  tables: ['accounts'],
  columns: {
    password_set_at: { zh: '设密码时间', en: 'Password set' },
    totp_confirmed_at: { zh: '启用动态口令时间', en: 'Authenticator confirmed' },
  },
  async list({ transaction, person }) {
    const { rows } = await sql<{ password_set_at: Date; totp_confirmed_at: Date | null }>`
      select password_set_at, totp_confirmed_at from accounts where person_id = ${person}`.execute(
      transaction,
    );
    return rows;
  },
  async erase({ transaction, person }) {
    await sql`delete from accounts where person_id = ${person}`.execute(transaction);
  },
});

const sessions = defineHolding({
  name: 'sessions',
  title: { zh: '登录过的设备', en: 'Devices that you signed in on' },
  why: {
    zh: '让您看到并退出别处的登录；也含几天内重复提交时要用的回执。',
    en: 'So that you see them and can sign out elsewhere. With them go receipts, kept some days, for what is sent twice.',
  },
  tables: ['sessions', 'idempotency_keys'],
  columns: {
    device: { zh: '设备', en: 'Device' },
    made_by: { zh: '登录方式', en: 'Signed in by' },
    made_at: { zh: '登录时间', en: 'Signed in' },
    last_seen_at: { zh: '最近使用', en: 'Last seen' },
    ended_at: { zh: '退出时间', en: 'Signed out' },
  },
  async list({ transaction, person }) {
    const { rows } = await sql<SessionHeld>`
      select device, made_by, made_at, last_seen_at, ended_at from sessions
       where person_id = ${person} order by made_at`.execute(transaction);
    return rows;
  },
  async erase({ transaction, person }) {
    await sql`delete from sessions where person_id = ${person}`.execute(transaction);
    await sql`delete from idempotency_keys where person_id = ${person}`.execute(transaction);
  },
});

interface SessionHeld {
  readonly device: string;
  readonly made_by: string;
  readonly made_at: Date;
  readonly last_seen_at: Date;
  readonly ended_at: Date | null;
}

/** What signing in holds about a person. */
export const signInHoldings: readonly Holding[] = [account, sessions];
