import { sql } from 'kysely';
import { type District, defineHolding, type Holding } from '../../platform/index.ts';

const entries = defineHolding({
  name: 'points',
  title: { zh: '成长积分明细', en: 'Entries of growth points' },
  why: {
    zh: '账本只增不改，人人可核对，因此保留。账本里您只是一个代号；注销时毁掉代号的盐值，从此无人能认出。',
    en: 'The ledger only grows and anyone may audit it, so entries stay. In it you are an account; erasing destroys its salt, and nobody can tell whose it was.',
  },
  tables: ['ledger_entries', 'ledger_accounts', 'term_balances', 'point_families'],
  columns: {
    sequence: { zh: '序号', en: 'Place' },
    rule: { zh: '规则', en: 'Rule' },
    rule_version: { zh: '规则版本', en: 'Version' },
    amount: { zh: '分（百分之一）', en: 'Hundredths of a point' },
    raw_amount: { zh: '封顶前', en: 'Before caps' },
    counted_on: { zh: '日期', en: 'Counted on' },
    fact_id: { zh: '事实编号', en: 'Fact' },
    account: { zh: '账本代号', en: 'Account' },
    salt: { zh: '盐值', en: 'Salt' },
  },
  async list({ transaction, person }) {
    const { rows } = await sql<EntryHeld>`
      select sequence::text, rule, rule_version, amount, raw_amount, counted_on::text, fact_id, account,
             encode(salt, 'base64') as salt
        from ledger_entries left join ledger_accounts using (carer_id)
       where carer_id = ${person} order by ledger_entries.sequence`.execute(transaction);
    return rows;
  },
});

interface EntryHeld {
  readonly sequence: string;
  readonly rule: string;
  readonly rule_version: number;
  readonly amount: number;
  readonly raw_amount: number;
  readonly counted_on: string;
  readonly fact_id: string;
  readonly account: string | null;
  readonly salt: string | null;
}

export const pointsHoldings: readonly Holding[] = [entries];

/**
 * Destroys the salt of a person's account: from now on nobody can show whose it is. Only the counter's role may, so
 * it is a transaction of its own; doing it again changes nothing.
 */
export async function eraseSalt({ database }: District, person: string): Promise<void> {
  await database.count((transaction) =>
    sql`update ledger_accounts set salt = null where carer_id = ${person}`.execute(transaction),
  );
}
