import {
  type ChildOfCarer,
  childrenOfCarers,
  readerOf,
  requireMay,
  type Who,
} from '../../../directory/index.ts';
import {
  type Call,
  type District,
  NotAllowed,
  NotFound,
  type WriteTransaction,
} from '../../../platform/index.ts';
import { roleFor } from '../hosts-and-guests.ts';
import { NotInvited, NotTheirChild, SignUpClosed, SignUpNotOpen } from '../refusals.ts';
import { requireState } from '../require-state.ts';
import { isInvited } from '../rules/audience.ts';
import { signUpWindow } from '../rules/check-schedule.ts';
import { seatHousehold } from '../seat-household.ts';
import type { SignedUp, SignUp } from '../shapes.ts';
import { takeActivity } from '../store/activities.ts';
import { listOwnRegistrations, waitingPosition } from '../store/registrations.ts';
import type { Activity } from '../tables.ts';

/**
 * A carer signs the family up for an activity with the children it is for; staff do it for families without a
 * phone. A household takes one place, whoever of it signs up; when none is left it joins the waiting list.
 * Signing up twice gives the same registration.
 */
export async function signUpFamily(
  district: District,
  who: Who,
  asked: SignUp & { activity: string },
  call: Call,
): Promise<SignedUp> {
  const carer = asked.carer_id ?? who.person;
  const isStaff = carer !== who.person;
  if (asked.role && !isStaff) throw NotAllowed();
  return district.database.write(
    readerOf(who),
    async (transaction) => {
      const family = await childrenOfCarers(transaction, [carer]);
      const children = asked.student_ids.map((id) =>
        requireChild(
          who,
          family.find(({ student }) => student === id),
          id,
          isStaff,
        ),
      );

      const activity = await takeActivity(transaction, asked.activity);
      // A draft is nobody's business but the host's.
      if (activity.state === 'draft') throw NotFound();
      requireState(activity.state, 'sign-up');
      requireOpen(activity, call.at, isStaff);
      requireInvited(activity, children);

      const seated = await seatHousehold(
        transaction,
        activity,
        {
          carer,
          students: asked.student_ids,
          role: roleFor(district.plan, activity.kind, asked.role),
          keepsRole: asked.role === undefined,
        },
        { by: who.person, at: call.at },
      );
      const [waiting_position, clashes] = await Promise.all([
        waitingPosition(transaction, activity.id, seated),
        clashesOf(transaction, carer, activity),
      ]);
      return {
        id: seated.registration,
        state: seated.state,
        waiting_position,
        offer_ends_at: seated.offer_ends_at?.toISOString() ?? null,
        student_ids: [...seated.students],
        clashes,
      };
    },
    call,
  );
}

/** The child, if it is the carer's and this person may sign it up: as its carer, or as staff who see it. */
function requireChild(
  who: Who,
  child: ChildOfCarer | undefined,
  id: string,
  isStaff: boolean,
): ChildOfCarer {
  const asker = isStaff ? { ...who, children: [] } : who;
  requireMay(asker, 'activities.sign-up', { student: id, lineage: child?.lineage });
  if (!child) throw NotTheirChild();
  return child;
}

function requireOpen(activity: Activity, at: Date, isStaff: boolean): void {
  const window = signUpWindow(activity, at, { isStaff });
  if (window === 'closed') throw SignUpClosed();
  if (window === 'not-yet') throw SignUpNotOpen();
}

function requireInvited(activity: Activity, children: readonly ChildOfCarer[]): void {
  const uninvited = children.find((child) => !isInvited(activity, child));
  if (!uninvited) return;
  const { name } = uninvited;
  throw NotInvited({ detail: { zh: `孩子：${name}`, en: `Child: ${name}` } });
}

const MOST_CLASHES = 5;

async function clashesOf(
  transaction: WriteTransaction,
  carer: string,
  { id, begins_at, ends_at }: Activity,
): Promise<SignedUp['clashes']> {
  const between = { from: begins_at, to: ends_at };
  const own = await listOwnRegistrations(transaction, carer, { between, most: MOST_CLASHES + 1 });
  return own
    .filter((one) => one.activity_id !== id && one.activity_state === 'published')
    .slice(0, MOST_CLASHES)
    .map((one) => ({
      activity_id: one.activity_id,
      title: one.title,
      begins_at: one.begins_at.toISOString(),
      ends_at: one.ends_at.toISOString(),
    }));
}
