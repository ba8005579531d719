import type { Words } from '../../../platform/index.ts';
import type { LinkDecisionTold } from '../store.ts';

/** A few words for a lock screen. */
export const decisionHeading: Words = {
  zh: '学校回复了您的关联申请',
  en: 'The school has answered your request',
};

/** What a carer is told of a decision, with the reason and what to do next. */
export function decisionWords({
  state,
  school_name: school,
  child_name: child,
  reason,
}: LinkDecisionTold): Words {
  if (state === 'confirmed') {
    return {
      zh: `${school}已确认：您和${child}关联好了，现在可以报名活动、查看积分。`,
      en: `${school} has confirmed: you are linked to ${child}, and can sign up for activities.`,
    };
  }
  return {
    zh: `${school}没有通过您关联${child}的申请。${reason ? `原因：${reason}` : ''}`,
    en: `${school} did not accept your request for ${child}. ${reason ? `Why: ${reason}` : ''}`.trimEnd(),
  };
}
