import { requireMay, type Who } from '../../../directory/index.ts';
import { type Call, type District, Refusal } from '../../../platform/index.ts';
import {
  admitExpected,
  ageOfHallCode,
  type CheckedIn,
  HallCodeStale,
  NotRegistered,
} from '../../activities/index.ts';
import { type HallPhone, recordHallScan } from '../gather-hall-check-ins.ts';
import type { SelfCheckIn } from '../shapes.ts';

/**
 * A carer checks in or out with the code on the hall's screen: nobody but the person who is signed in, from a phone
 * that has checked in nobody else at this event, near the hall where the host asks for that.
 */
export async function checkInSelf(
  district: District,
  who: Who,
  { activity, code, direction, position }: SelfCheckIn & { activity: string },
  phone: HallPhone,
  call: Call,
): Promise<CheckedIn> {
  const { at } = call;
  requireMay(who, 'activities.sign-up', { person: who.person });
  const codeAge = ageOfHallCode(district.sealing.key('hall code'), activity, code, at);
  if (codeAge === undefined) throw HallCodeStale();
  const scan = { who, activity, at, direction, position, codeAge, ...phone };
  let outcome = await recordHallScan(district, scan);
  if (outcome === 'no-place' && (await admitExpected(district, who, activity, call))) {
    outcome = await recordHallScan(district, scan);
  }
  if (outcome instanceof Refusal) throw outcome;
  if (outcome === 'no-place') throw NotRegistered();
  return outcome;
}
