import { ANSWERS_TOLD_TOGETHER } from '../limits.ts';

export interface Answer {
  readonly stars: number;
  readonly helped: string;
  readonly improve: string;
}

export interface Summary {
  readonly answers: number;
  /** One decimal; null while too few answers are told. */
  readonly average: number | null;
  /** How many gave one star, two … five. */
  readonly stars: readonly number[];
  readonly helped: readonly string[];
  readonly improve: readonly string[];
}

/** Whether the answers that wait are enough to be told, each hidden among the others. */
export function isTimeToTell(waiting: number): boolean {
  return waiting >= ANSWERS_TOLD_TOGETHER;
}

/** What the host reads of the answers that are told, in the order given. Pure. */
export function summaryOf(told: readonly Answer[]): Summary {
  const enough = told.length >= ANSWERS_TOLD_TOGETHER ? told : [];
  const sum = enough.reduce((total, { stars }) => total + stars, 0);
  const texts = (of: 'helped' | 'improve') =>
    enough.map((answer) => answer[of]).filter((text) => text !== '');
  return {
    answers: enough.length,
    average: enough.length === 0 ? null : Math.round((sum / enough.length) * 10) / 10,
    stars: [1, 2, 3, 4, 5].map((many) => enough.filter(({ stars }) => stars === many).length),
    helped: texts('helped'),
    improve: texts('improve'),
  };
}
