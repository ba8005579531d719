import type { Words } from '../../../platform/index.ts';

/** What the proposer is told. Neither topic nor reason is named: a notice travels further than the page. */
export function answerWords(state: 'accepted' | 'declined', title: string): Words {
  if (state === 'accepted') {
    return {
      zh: `您提的话题列进了《${title}》的话题单，谢谢您。`,
      en: `The topic that you proposed is on the list of “${title}”. Thank you.`,
    };
  }
  return {
    zh: `您为《${title}》提的话题这次没有列上，主办方写了原因，点开看看。`,
    en: `The topic that you proposed for “${title}” was left off this time. The host says why.`,
  };
}
