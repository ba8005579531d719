import type { Who } from '../../../directory/index.ts';
import { type Call, type District, NotAllowed, Refusal } from '../../../platform/index.ts';
import { recordSignUp } from '../gather-sign-ups.ts';
import type { SignedUp, SignUp } from '../shapes.ts';

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
  if (asked.role && carer === who.person) throw NotAllowed();
  const { student_ids: students, role } = asked;
  const outcome = await recordSignUp(district, asked.activity, {
    who,
    carer,
    students,
    role,
    answers: asked.answers ?? [],
    call,
  });
  if (outcome instanceof Refusal) throw outcome;
  return outcome;
}
