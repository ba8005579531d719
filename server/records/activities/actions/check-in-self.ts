import { requireMay, type Who } from '../../../directory/index.ts';
import { type Call, type District, Refusal } from '../../../platform/index.ts';
import { recordScan } from '../gather-check-ins.ts';
import { HallCodeStale, NotRegistered } from '../refusals.ts';
import { isHallCode } from '../rules/hall-code.ts';
import type { CheckedIn, SelfCheckIn } from '../shapes.ts';

/** A carer checks in or out with the code on the hall's screen: nobody but the person who is signed in. */
export async function checkInSelf(
  district: District,
  who: Who,
  { activity, code, direction }: SelfCheckIn & { activity: string },
  { at }: Call,
): Promise<CheckedIn> {
  requireMay(who, 'activities.sign-up', { person: who.person });
  const key = district.sealing.key('hall code');
  if (!isHallCode(key, activity, code, at)) throw HallCodeStale();
  const carer = who.person;
  const scan = { who, activity, carer, method: 'hall-code', at, direction } as const;
  const outcome = await recordScan(district, scan);
  if (outcome instanceof Refusal) throw outcome;
  if (outcome === 'no-place') throw NotRegistered();
  return outcome;
}
