import type { Words } from '../../../platform/index.ts';

export type ContestNotice =
  | 'raised'
  | 'entered'
  | 'escalated'
  | 'sent-up'
  | 'answered'
  | 'decided'
  | 'withdrawn';

/** A few words for a lock screen. */
export const contestHeading: Readonly<Record<ContestNotice, Words>> = {
  raised: {
    zh: '有家长提出异议，请按期答复',
    en: 'A family contests something: please answer in time',
  },
  entered: { zh: '已替您提交异议', en: 'A contest was entered in your name' },
  escalated: { zh: '有一件异议等区里决定', en: 'A contest waits for the district’s decision' },
  'sent-up': { zh: '您的异议已转到区里', en: 'What you contest is with the district now' },
  answered: { zh: '您提的异议有答复了', en: 'What you contest was answered' },
  decided: { zh: '您提的异议有决定了', en: 'What you contest was decided' },
  withdrawn: { zh: '一件异议已由家长撤回', en: 'A family withdrew what it contested' },
};

/** What it is about, and what to do by when. */
export function contestWords(kind: ContestNotice, title: Words, day: string): Words {
  const { zh, en } = title;
  switch (kind) {
    case 'raised':
      return {
        zh: `关于「${zh}」，家长说记录有误或缺少。请在 ${day} 前核实并答复，过期会自动转到区里。`,
        en: `A family says that the record of “${en}” is wrong or missing. Look into it and answer by ${day}; after that it goes to the district by itself.`,
      };
    case 'entered':
      return {
        zh: `关于「${zh}」，工作人员按您说的替您提交了异议，${day} 前会有答复。不是您的意思，可以撤回。`,
        en: `Staff entered what you contest about “${en}” in your name; you will have an answer by ${day}. If it is not what you meant, withdraw it.`,
      };
    case 'escalated':
      return {
        zh: `关于「${zh}」的异议转到了区里，请在 ${day} 前决定。`,
        en: `The contest about “${en}” went to the district. Please decide by ${day}.`,
      };
    case 'sent-up':
      return {
        zh: `关于「${zh}」，主办单位没有按期答复，已自动转到区里，区里会在 ${day} 前决定。`,
        en: `The host did not answer about “${en}” in time, so it went to the district by itself, which decides by ${day}.`,
      };
    case 'answered':
      return {
        zh: `关于「${zh}」，主办单位已经答复，请看理由。不认可的，${day} 前可以请区里复核一次。`,
        en: `The host answered about “${en}”; read why. If you do not accept it, you may take it to the district, once, until ${day}.`,
      };
    case 'decided':
      return {
        zh: `关于「${zh}」，区里已经决定，请看理由。`,
        en: `The district decided about “${en}”; read why.`,
      };
    case 'withdrawn':
      return {
        zh: `关于「${zh}」的异议，家长已经撤回，不用再答复。`,
        en: `The family withdrew the contest about “${en}”; nothing is owed any more.`,
      };
  }
}
