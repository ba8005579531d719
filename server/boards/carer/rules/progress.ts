import { certificateRulesOn, dateInShanghai, type Plan } from '../../../plan/index.ts';

/** The score that the growth-hours certificate asks on the day; 0 when the plan has none in force. */
export function thresholdOn(plan: Plan, at: Date): number {
  return certificateRulesOn(plan, dateInShanghai(at))[0]?.threshold ?? 0;
}

export function missingTo(threshold: number, total: number): number {
  return Math.max(0, threshold - total);
}
