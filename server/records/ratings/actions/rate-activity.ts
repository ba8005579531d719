import { randomBytes } from 'node:crypto';
import { readerOf, requireMay, type Who } from '../../../directory/index.ts';
import {
  type Call,
  type District,
  NotFound,
  type ReadTransaction,
} from '../../../platform/index.ts';
import { type Activity, findOwnPart, getActivity, type OwnPart } from '../../activities/index.ts';
import { DAYS_TO_ANSWER } from '../limits.ts';
import { ClosedAlready, NotOverYet } from '../refusals.ts';
import { authorOf } from '../rules/author.ts';
import { isTimeToTell } from '../rules/summary.ts';
import type { MyRating, Rate } from '../shapes.ts';
import { countWaiting, findAnswer, findSalt, putAnswer, takeSalt, tellWaiting } from '../store.ts';

const DAY = 86_400_000;
const SALT_BYTES = 16;
const raters: readonly OwnPart['role'][] = ['attendee', 'volunteer'];

/** Who was there says how it was, or says it anew. The key of a repeated request is not kept: it would name them. */
export async function rateActivity(
  district: District,
  who: Who,
  { activity: id, stars, helped = '', improve = '' }: Rate & { activity: string },
  { at }: Call,
): Promise<void> {
  requireMay(who, 'activities.sign-up', { person: who.person });
  await district.database.write(readerOf(who), async (transaction) => {
    const activity = await activityOf(transaction, who, id);
    if (!isOver(activity, at)) throw NotOverYet();
    const closesAt = closingOf(activity);
    if (at > closesAt) throw ClosedAlready();
    const made = { salt: randomBytes(SALT_BYTES), closesAt };
    const salt = await takeSalt(transaction, id, made);
    const author = authorOf(keyOf(district), { salt, activity: id, carer: who.person });
    const answer = { stars, helped: helped.trim(), improve: improve.trim() };
    await putAnswer(transaction, id, author, answer);
    if (isTimeToTell(await countWaiting(transaction, id))) await tellWaiting(transaction, id);
  });
}

/** One's own answer, while it may be changed; afterwards nobody knows any more whose is whose. */
export async function showMyRating(
  district: District,
  who: Who,
  id: string,
  { at }: Call,
): Promise<MyRating> {
  requireMay(who, 'activities.sign-up', { person: who.person });
  return district.database.read(readerOf(who), async (transaction) => {
    const activity = await activityOf(transaction, who, id);
    const closesAt = closingOf(activity);
    const salt = await findSalt(transaction, id);
    const author = salt && authorOf(keyOf(district), { salt, activity: id, carer: who.person });
    return {
      is_open: isOver(activity, at) && at <= closesAt,
      closes_at: closesAt.toISOString(),
      mine: author ? ((await findAnswer(transaction, id, author)) ?? null) : null,
    };
  });
}

/** Of those who were there and did not speak themselves; others do not find it. */
async function activityOf(
  transaction: ReadTransaction,
  { person }: Who,
  id: string,
): Promise<Activity> {
  const activity = await getActivity(transaction, id);
  // What two speak of in private would be one answer, and the other would know whose.
  if (activity.is_private) throw NotFound();
  const part = await findOwnPart(transaction, id, person);
  if (!part || !raters.includes(part.role) || (part.minutes ?? 0) <= 0) throw NotFound();
  return activity;
}

/** By the clock, or because its host ended it early. */
const isOver = ({ state, ends_at }: Activity, at: Date) => state === 'finished' || at >= ends_at;

const closingOf = ({ ends_at }: Activity) => new Date(ends_at.getTime() + DAYS_TO_ANSWER * DAY);

const keyOf = ({ sealing }: District) => sealing.key('rating author');
