import { dateInShanghai } from '../../plan/index.ts';
import type { Words } from '../../platform/index.ts';
import type { RequestKind } from '../store.ts';

/** A few words for a lock screen. */
export const answerHeading: Words = {
  zh: '您关于个人信息的申请有了答复',
  en: 'Your request about your data was answered',
};

interface Answered {
  readonly kind: RequestKind;
  readonly state: 'accepted' | 'done' | 'refused';
  readonly reason: string;
  readonly erase_after: Date | null;
}

/** What a person is told of the answer, and what they can still do. */
export function answerWords({ kind, state, reason, erase_after }: Answered): Words {
  const zh = reason && ` ${reason}`;
  const en = reason && ` ${reason}`;
  if (state === 'refused') {
    return kind === 'erase'
      ? { zh: `没有同意注销。${zh}`.trim(), en: `The erasure was not accepted.${en}` }
      : { zh: `没有更正。${zh}`.trim(), en: `It was not corrected.${en}` };
  }
  if (erase_after) {
    const day = dateInShanghai(erase_after);
    return {
      zh: `已同意注销，${day} 之后办理；在那之前您可以在「我的信息」里撤回。${zh}`.trim(),
      en: `The erasure is accepted and will be carried out after ${day}; until then you can take it back under “My data”.${en}`,
    };
  }
  return { zh: `已更正。${zh}`.trim(), en: `It was corrected.${en}` };
}
