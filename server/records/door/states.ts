import type { Words } from '../../platform/index.ts';

/** Why a scan is left to a person, as the host's staff read it. Server, page and test read this table. */
export const conflictReasons = {
  'two-devices': { zh: '与另一台设备对不上', en: 'Another phone says otherwise' },
  'no-place': { zh: '没有报名，或已取消', en: 'No sign-up, or given up' },
  'wrong-event': { zh: '别的活动的签到码', en: 'A pass for another event' },
  'event-cancelled': { zh: '活动已取消', en: 'The event was called off' },
  'event-finished': { zh: '活动已结束后才送到', en: 'Sent after the end was confirmed' },
  'doors-closed': { zh: '不在签到时间内', en: 'Outside the hours of the door' },
  'not-entered': { zh: '只有签退，没有签到', en: 'An exit without an entry' },
  expired: { zh: '签到码已过期', en: 'The pass was out of date' },
  'clock-wrong': { zh: '扫码手机的时间不准', en: 'The scanning phone’s clock was wrong' },
  forged: { zh: '不是本平台的签到码', en: 'Not one of our passes' },
} as const satisfies Record<string, Words>;

export type ConflictReason = keyof typeof conflictReasons;

export const conflictStates = ['open', 'admitted', 'dismissed'] as const;
export type ConflictState = (typeof conflictStates)[number];

export const decisions = ['admit', 'dismiss'] as const;
export type Decision = (typeof decisions)[number];

/** What may follow: a decision is made once; what was wrong afterwards is a correction of the attendance. */
export const conflictStateTable: Readonly<
  Record<ConflictState, Partial<Record<Decision, ConflictState>>>
> = {
  open: { admit: 'admitted', dismiss: 'dismissed' },
  admitted: {},
  dismissed: {},
};

/** Nobody can vouch for a pass that names nobody, nor come to what did not take place. */
export function mayAdmit(reason: ConflictReason): boolean {
  return reason !== 'forged' && reason !== 'event-cancelled';
}
