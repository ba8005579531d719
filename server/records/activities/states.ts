import type { Capability } from '../../directory/index.ts';
import type { Words } from '../../platform/index.ts';

export const activityStates = ['draft', 'published', 'cancelled', 'finished'] as const;
export type ActivityState = (typeof activityStates)[number];

export const activityActions = [
  'change',
  'publish',
  'cancel',
  'sign-up',
  'check-in',
  'finish',
  'correct',
  'copy',
  'name-helpers',
] as const;
export type ActivityAction = (typeof activityActions)[number];

interface StateLine {
  readonly name: Words;
  /** What may be done, and the state it leads to. What is not here is refused. */
  readonly next: Partial<Record<ActivityAction, ActivityState>>;
}

/** What may be done next with an activity. Server, page, README and test read this table. */
export const activityStateTable: Readonly<Record<ActivityState, StateLine>> = {
  draft: {
    name: { zh: '草稿', en: 'Draft' },
    next: {
      change: 'draft',
      publish: 'published',
      cancel: 'cancelled',
      copy: 'draft',
      'name-helpers': 'draft',
    },
  },
  published: {
    name: { zh: '已发布', en: 'Published' },
    next: {
      change: 'published',
      cancel: 'cancelled',
      'sign-up': 'published',
      'check-in': 'published',
      finish: 'finished',
      correct: 'published',
      copy: 'published',
      'name-helpers': 'published',
    },
  },
  cancelled: { name: { zh: '已取消', en: 'Cancelled' }, next: { copy: 'cancelled' } },
  finished: {
    name: { zh: '已结束', en: 'Finished' },
    next: { correct: 'finished', copy: 'finished' },
  },
};

/** By which capability: over the host for all but signing up, which is asked of the child. */
export const capabilityFor: Readonly<Record<ActivityAction, Capability>> = {
  change: 'activities.arrange',
  publish: 'activities.arrange',
  cancel: 'activities.arrange',
  'sign-up': 'activities.sign-up',
  'check-in': 'activities.check-in',
  finish: 'activities.arrange',
  correct: 'activities.correct',
  copy: 'activities.arrange',
  'name-helpers': 'activities.arrange',
};

export const registrationStates = ['registered', 'waiting', 'offered', 'cancelled'] as const;
export type RegistrationState = (typeof registrationStates)[number];

/**
 * `offer`: a place frees and this is the first that waits; `move-up`: the same when there is no time to ask.
 * `lapse`: nobody accepted in time. `give-up`: its last carer leaves it.
 */
export type RegistrationAction = 'offer' | 'move-up' | 'accept' | 'lapse' | 'give-up';

export const registrationStateTable: Readonly<
  Record<
    RegistrationState,
    { name: Words; next: Partial<Record<RegistrationAction, RegistrationState>> }
  >
> = {
  waiting: {
    name: { zh: '候补', en: 'Waiting' },
    next: { offer: 'offered', 'move-up': 'registered', 'give-up': 'cancelled' },
  },
  offered: {
    name: { zh: '待确认', en: 'Offered' },
    next: { accept: 'registered', lapse: 'cancelled', 'give-up': 'cancelled' },
  },
  registered: { name: { zh: '已报名', en: 'Registered' }, next: { 'give-up': 'cancelled' } },
  cancelled: { name: { zh: '已取消报名', en: 'Given up' }, next: {} },
};

/** Whether a registration in this state takes one of the places. */
export function takesPlace(state: RegistrationState): boolean {
  return state === 'registered' || state === 'offered';
}

/** How far a person has come on the day. */
export const attendanceStates = ['none', 'entered', 'left'] as const;
export type AttendanceState = (typeof attendanceStates)[number];
