import { childrenOfCarers, readerOf, requireMay, type Who } from '../../../directory/index.ts';
import { type Call, type District, NotFound } from '../../../platform/index.ts';
import { PASS_MINUTES } from '../limits.ts';
import { requireState } from '../require-state.ts';
import { isInvited } from '../rules/audience.ts';
import { hallCodeAt } from '../rules/hall-code.ts';
import { makePass } from '../rules/pass.ts';
import { getActivity } from '../store/activities.ts';
import { findStandings } from '../store/attendances.ts';

/** The carer's pass for staff to scan. It says who they are; whether they have a place is asked at the door. */
export async function showMyCode(district: District, who: Who, id: string, { at }: Call) {
  requireMay(who, 'activities.sign-up', { person: who.person });
  await district.database.read(readerOf(who), async (transaction) => {
    const activity = await getActivity(transaction, id);
    const standings = await findStandings(transaction, [{ activity: id, carer: who.person }]);
    const children = await childrenOfCarers(transaction, [who.person]);
    const isFor = children.some((child) => isInvited(activity, child));
    if (activity.state === 'draft' || (standings.size === 0 && !isFor)) throw NotFound();
    requireState(activity.state, 'check-in');
  });
  const expiresAt = new Date(at.getTime() + PASS_MINUTES * 60_000);
  const key = district.sealing.key('activity pass');
  return {
    pass: makePass(key, { activity: id, carer: who.person, expiresAt }),
    expires_at: expiresAt.toISOString(),
  };
}

/** The code for the hall's screen, to be typed or scanned. */
export async function showHallCode(district: District, who: Who, id: string, { at }: Call) {
  await district.database.read(readerOf(who), async (transaction) => {
    const activity = await getActivity(transaction, id);
    requireMay(who, 'activities.check-in', { lineage: activity.host_lineage });
    requireState(activity.state, 'check-in');
  });
  const now = hallCodeAt(district.sealing.key('hall code'), id, at);
  return {
    code: now.code,
    link: `${district.publicUrl}/app/check-in#${id}.${now.code}`,
    valid_until: now.validUntil.toISOString(),
    next_in_ms: now.nextInMilliseconds,
  };
}
