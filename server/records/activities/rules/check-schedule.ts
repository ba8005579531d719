import type { RefusalField } from '../../../platform/index.ts';
import { MOST_HOURS_AN_ACTIVITY } from '../limits.ts';

export interface Schedule {
  readonly begins_at: Date;
  readonly ends_at: Date;
  readonly registration_opens_at: Date | null;
  readonly registration_closes_at: Date | null;
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
  return wrong;
}

/** Whether families may sign up now, later, or no longer. Staff may until the end. */
export function signUpWindow(
  { begins_at, ends_at, registration_opens_at: opens, registration_closes_at }: Schedule,
  at: Date,
  { isStaff }: { isStaff: boolean },
): 'open' | 'not-yet' | 'closed' {
  if (isStaff) return at < ends_at ? 'open' : 'closed';
  if (opens && at < opens) return 'not-yet';
  return at < (registration_closes_at ?? begins_at) ? 'open' : 'closed';
}
