import { childrenOfCarers, requireMay, theProgram, type Who } from '../../../directory/index.ts';
import { activityKind } from '../../../plan/index.ts';
import {
  type Call,
  type District,
  Refusal,
  type WriteTransaction,
} from '../../../platform/index.ts';
import { roleFor } from '../hosts-and-guests.ts';
import { NoPlaceLeft, NotInvited } from '../refusals.ts';
import { requireState } from '../require-state.ts';
import { isInvited } from '../rules/audience.ts';
import { placesLeft } from '../rules/household.ts';
import { seatHouseholds } from '../seat-households.ts';
import { takeActivity } from '../store/activities.ts';
import type { Activity } from '../tables.ts';

/**
 * Staff at the door let a family in that has no place, if one is left. Staff of a community may not see the
 * children; the program looks which of them are invited and tells nobody.
 */
export async function admitWalkIn(
  district: District,
  who: Who,
  { activity: id, carer }: { activity: string; carer: string },
  call: Call,
): Promise<void> {
  await district.database.write(theProgram, async (transaction) => {
    const activity = await takeActivity(transaction, id);
    requireMay(who, 'activities.check-in', { lineage: activity.host_lineage });
    requireState(activity.state, 'check-in');
    await seatWalkIn(transaction, district, activity, { who, carer }, call);
  });
}

/** … in a transaction of the program that holds the activity. */
export async function seatWalkIn(
  transaction: WriteTransaction,
  { plan }: District,
  activity: Activity,
  { who, carer }: { who: Who; carer: string },
  call: Call,
): Promise<void> {
  const children = await childrenOfCarers(transaction, [carer]);
  const students = children
    .filter((child) => isInvited(activity, child))
    .map(({ student }) => student);
  if (students.length === 0) throw NotInvited();

  const role = roleFor(plan, activity.kind, undefined);
  const guests = {
    carer,
    students,
    role,
    keepsRole: true,
    isInGroup: true,
    by: who.person,
    at: call.at,
  };
  const [seated] = await seatHouseholds(transaction, plan, activity, [guests]);
  if (seated instanceof Refusal) throw seated;
  // Rolled back with this refusal: who came to a full hall does not join the waiting list unasked.
  if (seated?.state !== 'registered') {
    const left = placesLeft(activity) ?? 0;
    throw NoPlaceLeft({ detail: { zh: `剩余名额 ${left}。`, en: `Places left: ${left}.` } });
  }
}

/**
 * Where every family is expected nobody has to sign up: who comes is let in, by the code on the screen too. Gives
 * whether this is such an activity.
 */
export async function admitExpected(
  district: District,
  who: Who,
  id: string,
  call: Call,
): Promise<boolean> {
  return district.database.write(theProgram, async (transaction) => {
    const activity = await takeActivity(transaction, id);
    if (!activityKind(district.plan, activity.kind)?.everyFamily) return false;
    requireState(activity.state, 'check-in');
    await seatWalkIn(transaction, district, activity, { who, carer: who.person }, call);
    return true;
  });
}
