import type { Allowance } from '../platform/allowances/index.ts';

/** GB/T 35273-2020, 8.7: an answer within thirty days. */
export const DAYS_TO_ANSWER = 30;

/** An accepted erasure can be taken back for so long. */
export const DAYS_TO_THINK_AGAIN = 3;

export const MOST_ERASED_A_ROUND = 20;

/** An archive reads every room. */
export const ARCHIVES_BY_PERSON: Allowance = {
  name: 'archives-by-person',
  most: 10,
  seconds: 86_400,
};
