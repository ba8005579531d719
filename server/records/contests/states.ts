import type { Words } from '../../platform/index.ts';

export const claims = ['wrong', 'missing', 'certificate'] as const;
export type Claim = (typeof claims)[number];

export const levels = ['host', 'district'] as const;
export type Level = (typeof levels)[number];

export const outcomes = ['upheld', 'declined'] as const;
export type Outcome = (typeof outcomes)[number];

export const reasonsToEscalate = ['overdue', 'not-accepted', 'appeal'] as const;
export type EscalatedBecause = (typeof reasonsToEscalate)[number];

/** How a carer without a phone says it. */
export const waysToEnter = ['in-person', 'paper'] as const;
export type EnteredHow = (typeof waysToEnter)[number];

export const contestStates = ['open', 'answered', 'escalated', 'closed', 'withdrawn'] as const;
export type ContestState = (typeof contestStates)[number];

/** `pass`: its time passes and nobody has done anything. */
type ContestStep = 'decide' | 'refuse' | 'withdraw' | 'pass';

interface StateRow {
  readonly name: Words;
  /** With whom it lies; null: with nobody any more. */
  readonly with: 'host' | 'carer' | 'district' | null;
  readonly next: Partial<Readonly<Record<ContestStep, ContestState>>>;
}

/** Server, pages and tests read this. */
export const contestStateTable: Readonly<Record<ContestState, StateRow>> = {
  open: {
    name: { zh: '主办单位处理中', en: 'With the host' },
    with: 'host',
    next: { decide: 'answered', pass: 'escalated', withdraw: 'withdrawn' },
  },
  // The family reads it and may take it to the district, once; if they do not, it is over.
  answered: {
    name: { zh: '主办单位已答复', en: 'Answered by the host' },
    with: 'carer',
    next: { refuse: 'escalated', pass: 'closed' },
  },
  escalated: {
    name: { zh: '区里复核中', en: 'With the district' },
    with: 'district',
    next: { decide: 'closed', withdraw: 'withdrawn' },
  },
  closed: { name: { zh: '已办结', en: 'Closed' }, with: null, next: {} },
  withdrawn: { name: { zh: '已撤回', en: 'Withdrawn' }, with: null, next: {} },
};
