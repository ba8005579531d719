import { sql } from 'kysely';
import {
  defineHolding,
  type Held,
  type Holding,
  type WriteTransaction,
} from '../../platform/index.ts';
import { fileOf } from './rules/file-of.ts';
import type { AwardEvidence } from './tables.ts';

/** What stands where it was said what somebody did. */
const ERASED_WORDS = '（已删除）';

const awards = defineHolding({
  name: 'awards',
  title: { zh: '工作人员为您登记的贡献', en: 'Deeds that staff entered for you' },
  why: {
    zh: '说明这些积分从哪来，因此保留；注销时删除说明和材料。',
    en: 'Shows where these points come from, so it stays; erasing takes out what was written and the files.',
  },
  tables: ['awards', 'award_batches', 'award_evidence'],
  columns: {
    kind: { zh: '事项', en: 'Deed' },
    quantity: { zh: '数量', en: 'Amount' },
    done_on: { zh: '日期', en: 'Day' },
    reason: { zh: '说明', en: 'Reason' },
    state: { zh: '状态', en: 'State' },
    files: { zh: '材料数', en: 'Files' },
  },
  async list({ transaction, person }) {
    const { rows } = await sql<AwardHeld>`
      select kind, quantity, done_on, reason, state,
             (select count(*)::integer from award_evidence where award_id = awards.id) as files
        from awards where carer_id = ${person} order by done_on, id`.execute(transaction);
    return rows;
  },
  erase: eraseWords,
});

interface AwardHeld {
  readonly kind: string;
  readonly quantity: number;
  readonly done_on: string;
  readonly reason: string;
  readonly state: string;
  readonly files: number;
}

/** The files go with the rows that name them; those of a sheet are of many people and stay. */
async function eraseWords({ transaction, district, person }: Held<WriteTransaction>) {
  await sql`update awards set reason = ${ERASED_WORDS} where carer_id = ${person}`.execute(
    transaction,
  );
  const { rows } = await sql<AwardEvidence>`
    delete from award_evidence
     where award_id in (select id from awards where carer_id = ${person})
    returning *`.execute(transaction);
  for (const row of rows) await district.files.remove(fileOf(row));
}

export const awardsHoldings: readonly Holding[] = [awards];
