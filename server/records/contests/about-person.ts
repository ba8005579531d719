import { sql } from 'kysely';
import {
  defineHolding,
  type Held,
  type Holding,
  type WriteTransaction,
} from '../../platform/index.ts';
import { fileOf } from './rules/file-of.ts';
import type { Evidence } from './tables.ts';

/** What stands where a family's own words stood. */
const ERASED_WORDS = '（已删除）';

const contests = defineHolding({
  name: 'contests',
  title: { zh: '您提过的异议', en: 'Your contests' },
  why: {
    zh: '证明积分为什么改过、为什么没改，因此保留；注销时删除您写的话和附上的图片、文件。',
    en: 'Shows why points were changed or not, so it stays; erasing takes out your words and the files that you attached.',
  },
  tables: ['contests', 'contest_decisions', 'contest_evidence', 'contest_looks'],
  columns: {
    about: { zh: '关于', en: 'About' },
    words: { zh: '您写的', en: 'Your words' },
    state: { zh: '状态', en: 'State' },
    made_at: { zh: '提出时间', en: 'Made' },
    decisions: { zh: '答复', en: 'Answers' },
    files: { zh: '附件数', en: 'Files' },
    looks: { zh: '被看过的次数', en: 'Looks' },
  },
  async list({ transaction, person }) {
    const { rows } = await sql<ContestHeld>`
      select title as about, words, state, made_at,
             array(select level || ' ' || outcome || ' ' || reason from contest_decisions
                    where contest_id = contests.id order by decided_at) as decisions,
             (select count(*)::integer from contest_evidence where contest_id = contests.id) as files,
             (select count(*)::integer from contest_looks where contest_id = contests.id) as looks
        from contests where carer_id = ${person} order by made_at`.execute(transaction);
    return rows;
  },
  erase: eraseWords,
});

interface ContestHeld {
  readonly about: object;
  readonly words: string;
  readonly state: string;
  readonly made_at: Date;
  readonly decisions: string[];
  readonly files: number;
  readonly looks: number;
}

/** The files go with the rows that name them: should the transaction fail, the next round finds them gone. */
async function eraseWords({ transaction, district, person }: Held<WriteTransaction>) {
  await sql`update contests set words = ${ERASED_WORDS} where carer_id = ${person}`.execute(
    transaction,
  );
  const { rows } = await sql<Evidence>`
    delete from contest_evidence
     where contest_id in (select id from contests where carer_id = ${person})
    returning id, contest_id, kind, bytes, added_at`.execute(transaction);
  for (const row of rows) await district.files.remove(fileOf(row));
}

export const contestsHoldings: readonly Holding[] = [contests];
