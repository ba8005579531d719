import type { Words } from '../../../platform/index.ts';

export type ExcuseNotice = 'asked' | 'approved' | 'declined' | 'revoked';

/** A few words for a lock screen: nobody's name, nothing of why. */
export const excuseHeading: Readonly<Record<ExcuseNotice, Words>> = {
  asked: { zh: '有一项免计申请等您审核', en: 'An excuse waits for your decision' },
  approved: { zh: '您申请的免计已同意', en: 'What you asked to excuse is approved' },
  declined: { zh: '您申请的免计未同意', en: 'What you asked to excuse is declined' },
  revoked: { zh: '一项已同意的免计被收回', en: 'An excuse was taken back' },
};

/** Of which duty, and what to do. */
export function excuseWords(kind: ExcuseNotice, { zh, en }: Words): Words {
  switch (kind) {
    case 'asked':
      return {
        zh: `「${zh}」有人申请事由免计，请看看事由，同意或者写明为什么不同意。`,
        en: `Somebody asks that “${en}” be excused. Read why, and approve it or say why not.`,
      };
    case 'approved':
      return {
        zh: `「${zh}」的免计已同意，任务进度里会显示“事由免计”。`,
        en: `The excuse from “${en}” is approved; the board shows it as excused.`,
      };
    case 'declined':
      return {
        zh: `「${zh}」的免计没有同意，请看理由；这项任务仍要完成。`,
        en: `The excuse from “${en}” is declined; read why. The task is still to be done.`,
      };
    case 'revoked':
      return {
        zh: `「${zh}」的免计被收回，请看理由；这项任务又要完成了。`,
        en: `The excuse from “${en}” was taken back; read why. The task is to be done again.`,
      };
  }
}
