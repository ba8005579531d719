import type { RefusalField } from '../../../platform/index.ts';
import { MOST_HOURS_AN_ACTIVITY } from '../limits.ts';

export interface Schedule {
  readonly begins_at: Date;
  readonly ends_at: Date;
  readonly registration_opens_at: Date | null;
  readonly registration_closes_at: Date | null;
  /** Until then only the families that go first may sign up. */
  readonly priority_until: Date | null;
}

const HOUR = 3_600_000;

/** Times that cannot be: each with the field and what would be right. */
export function checkSchedule(schedule: Schedule): RefusalField[] {
  const { begins_at, ends_at, registration_opens_at: opens, registration_closes_at } = schedule;
  const closes = registration_closes_at ?? begins_at;
  const wrong: RefusalField[] = [];
  if (ends_at <= begins_at) {
    wrong.push({
      field: 'ends_at',
      reason: { zh: '结束时间应晚于开始时间', en: 'Must be later than the beginning' },
    });
  }
  if (ends_at.getTime() - begins_at.getTime() > MOST_HOURS_AN_ACTIVITY * HOUR) {
    wrong.push({
      field: 'ends_at',
      reason: {
        zh: `一个活动最长 ${MOST_HOURS_AN_ACTIVITY} 小时，更长的请分成几个`,
        en: `At most ${MOST_HOURS_AN_ACTIVITY} hours; make several activities of a longer one`,
      },
    });
  }
  if (closes > ends_at) {
    wrong.push({
      field: 'registration_closes_at',
      reason: { zh: '报名截止应不晚于活动结束', en: 'Must not be later than the end' },
    });
  }
  if (opens && opens >= closes) {
    wrong.push({
      field: 'registration_opens_at',
      reason: { zh: '报名开始应早于报名截止', en: 'Must be earlier than the close of sign-up' },
    });
  }
  const { priority_until: until } = schedule;
  if (until && (until >= closes || (opens && until <= opens))) {
    wrong.push({
      field: 'priority_until',
      reason: {
        zh: '优先期应在报名开始之后、报名截止之前结束',
        en: 'Must lie between the opening and the close of sign-up',
      },
    });
  }
  return wrong;
}

/**
 * Whether a family may sign up now, later, or no longer; `others-first`: others may, it may later. Staff may until the
 * end.
 */
export function signUpWindow(
  schedule: Schedule,
  at: Date,
  { isStaff, isInGroup }: { isStaff: boolean; isInGroup: boolean },
): 'open' | 'not-yet' | 'others-first' | 'closed' {
  const { begins_at, ends_at, registration_opens_at: opens, priority_until: until } = schedule;
  if (isStaff) return at < ends_at ? 'open' : 'closed';
  if (opens && at < opens) return 'not-yet';
  if (at >= (schedule.registration_closes_at ?? begins_at)) return 'closed';
  return until && at < until && !isInGroup ? 'others-first' : 'open';
}
