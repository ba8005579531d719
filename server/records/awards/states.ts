import type { Words } from '../../platform/index.ts';

export const awardStates = ['waiting', 'confirmed', 'declined', 'withdrawn', 'reversed'] as const;
export type AwardState = (typeof awardStates)[number];

type AwardStep = 'confirm' | 'decline' | 'withdraw' | 'reverse';

interface StateRow {
  readonly name: Words;
  readonly next: Partial<Readonly<Record<AwardStep, AwardState>>>;
}

/** Server, pages and tests read this. */
export const awardStateTable: Readonly<Record<AwardState, StateRow>> = {
  waiting: {
    name: { zh: '待核准', en: 'Waiting for the second person' },
    next: { confirm: 'confirmed', decline: 'declined', withdraw: 'withdrawn' },
  },
  confirmed: { name: { zh: '已核准', en: 'Confirmed' }, next: { reverse: 'reversed' } },
  declined: { name: { zh: '未核准', en: 'Declined' }, next: {} },
  withdrawn: { name: { zh: '已撤回', en: 'Withdrawn' }, next: {} },
  reversed: { name: { zh: '抽查后收回', en: 'Reversed by the review' }, next: {} },
};
