import { tell } from '../../notices/index.ts';
import type { Words, WriteTransaction } from '../../platform/index.ts';
import type { Award } from './tables.ts';

type AwardNotice = 'confirmed' | 'reversed';

const headings: Readonly<Record<AwardNotice, Words>> = {
  confirmed: { zh: '您做的事记上积分了', en: 'What you did earned points' },
  reversed: { zh: '有一笔登记被收回', en: 'An entry by hand was taken back' },
};

const words: Readonly<Record<AwardNotice, (award: Award) => Words>> = {
  confirmed: ({ done_on: day, reason }) => ({
    zh: `${day} 您做的「${reason}」已登记并核准，积分在明细里。`,
    en: `What you did on ${day} (“${reason}”) was entered and confirmed; the points are among your entries.`,
  }),
  reversed: ({ done_on: day, reason }) => ({
    zh: `${day} 登记的「${reason}」经区里抽查收回，原因写在积分明细里；不认可可以提出异议。`,
    en: `The entry of ${day} (“${reason}”) was taken back by the district’s review; your entries say why, and you may contest it.`,
  }),
};

/** Tells carers what became of a deed that was entered for them. */
export async function tellCarers(
  transaction: WriteTransaction,
  kind: AwardNotice,
  awards: readonly Award[],
  at: Date,
): Promise<void> {
  await tell(
    transaction,
    awards.map((award) => ({
      ...{ room: 'awards', kind, subject: award.id, deed: '', lineage: award.lineage, at },
      people: [{ person: award.carer_id }],
      link: '/growth/entries',
      heading: headings[kind],
      words: words[kind](award),
      urgency: 'daily' as const,
    })),
  );
}
