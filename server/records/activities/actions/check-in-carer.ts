import type { Who } from '../../../directory/index.ts';
import {
  BadRequest,
  type Call,
  type District,
  NotFound,
  Refusal,
} from '../../../platform/index.ts';
import { recordScan, type Scan } from '../gather-check-ins.ts';
import { PASS_KEY } from '../limits.ts';
import { PassExpired, PassForAnotherActivity, PassForged } from '../refusals.ts';
import { isFresh, readPass } from '../rules/pass.ts';
import type { CheckedIn, CheckIn } from '../shapes.ts';
import { admitWalkIn } from './admit-walk-in.ts';

/**
 * Staff check a carer in or out: by the pass on the carer's phone, or by name for those without one. Who has
 * no place is let in while places remain.
 */
export async function checkInCarer(
  district: District,
  who: Who,
  asked: CheckIn & { activity: string },
  call: Call,
): Promise<CheckedIn> {
  const { activity, direction, device_scan_id: scanId, note } = asked;
  const carer = await carerOf(district, asked, call.at);
  const method = asked.pass === undefined ? 'staff' : 'pass';
  const scan: Scan = { who, activity, carer, method, at: call.at, direction, scanId, note };

  let outcome = await recordScan(district, scan);
  if (outcome === 'no-place') {
    await admitWalkIn(district, who, { activity, carer }, call);
    outcome = await recordScan(district, scan);
  }
  if (outcome instanceof Refusal) throw outcome;
  // Given up again between the two: then they have no place any more.
  if (outcome === 'no-place') throw NotFound();
  return outcome;
}

/** Whom the request is about. A pass says so itself, if we made it, for this activity, just now. */
async function carerOf(
  district: District,
  { pass, carer_id, activity }: CheckIn & { activity: string },
  at: Date,
) {
  if ((pass === undefined) === (carer_id === undefined)) {
    const reason = { zh: '请扫签到码，或选择家长', en: 'Scan a pass or choose a carer' };
    throw BadRequest({ fields: [{ field: 'pass', reason }] });
  }
  if (pass === undefined) return carer_id as string;
  const read = await readPass(district.sealing.key(PASS_KEY), pass);
  if (!read) throw PassForged();
  if (read.activity !== activity) throw PassForAnotherActivity();
  if (!isFresh(read, at)) throw PassExpired();
  return read.carer;
}
