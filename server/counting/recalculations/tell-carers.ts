import { tell } from '../../notices/index.ts';
import type { WriteTransaction } from '../../platform/index.ts';
import type { RecalculationLineRow, RecalculationRow } from './store.ts';

/** Tells everybody whose points have changed, with both figures and the reason. */
export async function tellCarers(
  transaction: WriteTransaction,
  { id, reason }: RecalculationRow,
  lines: readonly RecalculationLineRow[],
  at: Date,
): Promise<void> {
  await tell(
    transaction,
    lines.map(({ carer_id, before, after }) => {
      const [then, now] = [before / 100, after / 100];
      return {
        ...{ room: 'recalculations', kind: 'done', subject: id, deed: carer_id, at },
        people: [{ person: carer_id }],
        link: '/growth/entries',
        heading: { zh: '您的积分按规则重新计算了', en: 'Your points were counted anew' },
        words: {
          zh: `区里按规则重新计算了过去的积分，您的积分由 ${then} 分变为 ${now} 分。原因：${reason}。每一笔都在积分明细里。`,
          en: `The district counted past points anew: yours were ${then} and are ${now} now. The reason: ${reason}. Every entry is listed.`,
        },
        urgency: 'daily' as const,
      };
    }),
  );
}
