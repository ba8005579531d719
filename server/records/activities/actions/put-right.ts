import { childrenOfCarers, type Who } from '../../../directory/index.ts';
import type { Call, District, WriteTransaction } from '../../../platform/index.ts';
import { NothingToCorrect } from '../refusals.ts';
import { requireState } from '../require-state.ts';
import { isInvited } from '../rules/audience.ts';
import { sourceOf } from '../rules/fact-of-attendance.ts';
import { takeActivity } from '../store/activities.ts';
import { findStandings, pairKey, takeAttendanceOf } from '../store/attendances.ts';
import { correctWithin, requireWithinMaximum } from './correct-attendance.ts';
import { enterPresence, type Part, roleOfHelper } from './record-presence.ts';

/** What somebody who looked into it found to be true of a person at an event. */
export interface Found {
  readonly activity: string;
  readonly carer: string;
  /** 0: they were not there. */
  readonly minutes: number;
  readonly reason: string;
}

export interface PutRight {
  /** Null: nothing was known of them there. */
  readonly minutesBefore: number | null;
  readonly minutesAfter: number;
  /** Of the fact that an attendance of this version states. */
  readonly source: string;
}

/**
 * Makes the presence of one person what it was found to be: corrects what stands, or enters what nobody wrote down,
 * whether or not a place was left. In a transaction of the program; the caller has asked who may.
 */
export async function putRight(
  transaction: WriteTransaction,
  district: District,
  who: Who,
  { activity: id, carer, minutes, reason }: Found,
  call: Call,
): Promise<PutRight> {
  const activity = await takeActivity(transaction, id);
  requireState(activity.state, 'correct');
  requireWithinMaximum(district, activity, minutes);
  const known = await takeAttendanceOf(transaction, id, carer);
  if (known) {
    if (known.minutes === minutes) throw NothingToCorrect();
    const by = { who, call };
    const now = await correctWithin(
      transaction,
      district,
      activity,
      known,
      { minutes, reason },
      by,
    );
    return { minutesBefore: known.minutes, minutesAfter: minutes, source: sourceOf(now) };
  }
  if (minutes === 0) throw NothingToCorrect();
  const pair = { activity: id, carer };
  const standing = (await findStandings(transaction, [pair])).get(pairKey(pair));
  const isSeated = standing?.state === 'registered';
  const children = await childrenOfCarers(transaction, [carer]);
  const invited = children.filter((child) => isInvited(activity, child));
  const part: Part = {
    registration: isSeated ? standing.registration : null,
    role: (await roleOfHelper(transaction, id, carer)) ?? standing?.role ?? 'attendee',
    students: isSeated ? standing.students : invited.map(({ student }) => student),
  };
  const entered = await enterPresence(transaction, district, activity, part, {
    ...{ carer, minutes, reason, by: who.person, at: call.at },
  });
  return { minutesBefore: null, minutesAfter: entered.minutes, source: sourceOf(entered) };
}
