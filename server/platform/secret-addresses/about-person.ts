import { sql } from 'kysely';
import { defineHolding, type Holding } from '../holding.ts';

const addresses = defineHolding({
  name: 'calendar-addresses',
  title: { zh: '日历订阅地址', en: 'Calendar addresses' },
  why: {
    zh: '您自己生成，随时可以作废；地址本身只存散列值。',
    en: 'You made them and can end them at any time; of the address only a hash is kept.',
  },
  tables: ['secret_addresses'],
  columns: {
    opens: { zh: '用途', en: 'Opens' },
    made_at: { zh: '生成时间', en: 'Made' },
    ended_at: { zh: '作废时间', en: 'Ended' },
    last_used_on: { zh: '最近使用', en: 'Last used' },
  },
  async list({ transaction, person }) {
    const { rows } = await sql<AddressHeld>`
      select opens, made_at, ended_at, last_used_on from secret_addresses
       where person_id = ${person} order by made_at`.execute(transaction);
    return rows;
  },
  async erase({ transaction, person }) {
    await sql`delete from secret_addresses where person_id = ${person}`.execute(transaction);
  },
});

interface AddressHeld {
  readonly opens: string;
  readonly made_at: Date;
  readonly ended_at: Date | null;
  readonly last_used_on: string | null;
}

export const secretAddressHoldings: readonly Holding[] = [addresses];
