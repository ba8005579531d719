import type { Words } from '../../platform/index.ts';

/** `one`: a holder's task; `all`: every task of a duty in one period at a place and below it. */
export const excuseScopes = ['one', 'all'] as const;
export type ExcuseScope = (typeof excuseScopes)[number];

export const excusedHolders = ['student', 'staff', 'organisation', 'body'] as const;
export type ExcusedHolder = (typeof excusedHolders)[number];

export const excuseStates = ['waiting', 'approved', 'declined', 'withdrawn', 'revoked'] as const;
export type ExcuseState = (typeof excuseStates)[number];

/** `withdraw`: who asked; the others: somebody above, never who asked. */
export const excuseSteps = ['approve', 'decline', 'revoke', 'withdraw'] as const;
export type ExcuseStep = (typeof excuseSteps)[number];
export const decisions = ['approve', 'decline', 'revoke'] as const;

interface StateRow {
  readonly name: Words;
  readonly next: Partial<Readonly<Record<ExcuseStep, ExcuseState>>>;
}

/** Server, pages and tests read this. */
export const excuseStateTable: Readonly<Record<ExcuseState, StateRow>> = {
  waiting: {
    name: { zh: '待审核', en: 'To be decided' },
    next: { approve: 'approved', decline: 'declined', withdraw: 'withdrawn' },
  },
  approved: { name: { zh: '已同意', en: 'Approved' }, next: { revoke: 'revoked' } },
  declined: { name: { zh: '未同意', en: 'Declined' }, next: {} },
  withdrawn: { name: { zh: '已撤回', en: 'Withdrawn' }, next: {} },
  revoked: { name: { zh: '同意后收回', en: 'Taken back' }, next: {} },
};
