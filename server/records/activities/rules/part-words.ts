import type { ActivityRoleName } from '../../../plan/index.ts';
import type { Words } from '../../../platform/index.ts';

const words: Readonly<Record<ActivityRoleName, Words>> = {
  attendee: { zh: '参加者', en: 'attendee' },
  speaker: { zh: '主讲人', en: 'speaker' },
  volunteer: { zh: '志愿者', en: 'volunteer' },
};

/** What a part is called. */
export function partWords(role: ActivityRoleName): Words {
  return words[role];
}
