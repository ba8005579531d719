import { childrenOfCarers, readerOf, requireMay, type Who } from '../../../directory/index.ts';
import { type Call, type District, NotFound } from '../../../platform/index.ts';
import { PASS_KEY, PASS_STEP_SECONDS } from '../limits.ts';
import { requireState } from '../require-state.ts';
import { isInvited } from '../rules/audience.ts';
import { hallCodeAt } from '../rules/hall-code.ts';
import { codeOf, makePass, type Pass, staleFrom } from '../rules/pass.ts';
import { doorTimes } from '../rules/presence.ts';
import type { MyCode } from '../shapes.ts';
import { getActivity } from '../store/activities.ts';
import { findStandings, pairKey } from '../store/attendances.ts';

/**
 * The carer's pass for staff to scan: the code of this minute, and what the phone needs to make those of the
 * minutes that follow without network. It says who they are; whether they have a place is asked at the door.
 */
export async function showMyCode(
  district: District,
  who: Who,
  id: string,
  { at }: Call,
): Promise<MyCode> {
  requireMay(who, 'activities.sign-up', { person: who.person });
  const { activity, standing } = await passBasis(district, who, id);
  const { opens, closes } = doorTimes(activity);
  const pass: Pass = {
    activity: id,
    carer: who.person,
    name: who.name,
    hadPlace: standing?.state === 'registered',
    firstStepAt: opens,
    steps: Math.ceil((closes.getTime() - opens.getTime()) / 1000 / PASS_STEP_SECONDS),
  };
  const made = makePass(district.sealing.key(PASS_KEY), pass);
  return {
    pass: codeOf(made, pass, at),
    expires_at: staleFrom(pass, at).toISOString(),
    signed: made.signed.toString('base64url'),
    seed: made.seed.toString('base64url'),
    first_step_at: pass.firstStepAt.toISOString(),
    steps: pass.steps,
    step_seconds: PASS_STEP_SECONDS,
    server_time: at.toISOString(),
  };
}

function passBasis(district: District, who: Who, id: string) {
  return district.database.read(readerOf(who), async (transaction) => {
    const activity = await getActivity(transaction, id);
    const pair = { activity: id, carer: who.person };
    const standings = await findStandings(transaction, [pair]);
    const children = await childrenOfCarers(transaction, [who.person]);
    const isFor = children.some((child) => isInvited(activity, child));
    // Whoever is seen in private shows no code at a door.
    if (activity.is_private) throw NotFound();
    if (activity.state === 'draft' || (standings.size === 0 && !isFor)) throw NotFound();
    requireState(activity.state, 'check-in');
    return { activity, standing: standings.get(pairKey(pair)) };
  });
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
