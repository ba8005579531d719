import { readerOf, requireMay, type Who } from '../../../directory/index.ts';
import { settle } from '../../../notices/index.ts';
import {
  BadRequest,
  type Call,
  ChangedMeanwhile,
  type District,
  type WriteTransaction,
} from '../../../platform/index.ts';
import { requireAudience, requireKind, requireStages } from '../hosts-and-guests.ts';
import { moveUpWaiting } from '../move-up-waiting.ts';
import { CapacityBelowTaken, KindIsFixed } from '../refusals.ts';
import { requireState } from '../require-state.ts';
import { checkSchedule } from '../rules/check-schedule.ts';
import type { ActivityChange } from '../shapes.ts';
import {
  takeActivity,
  updateActivity,
  type ActivityChange as Written,
} from '../store/activities.ts';
import { peopleOfActivity, shortenOffers } from '../store/registrations.ts';
import type { Activity } from '../tables.ts';
import { tellFamilies } from '../tell-families.ts';

/**
 * Changes an activity, unless somebody else did since `version` was read. Those registered are told of another
 * time or place; more places go to those who wait.
 */
export async function changeActivity(
  district: District,
  who: Who,
  asked: { id: string; version: number; change: ActivityChange },
  call: Call,
): Promise<void> {
  await district.database.write(readerOf(who), async (transaction) => {
    const activity = await takeActivity(transaction, asked.id);
    requireMay(who, 'activities.arrange', { lineage: activity.host_lineage });
    requireState(activity.state, 'change');
    if (activity.version !== asked.version) throw ChangedMeanwhile();

    const { kind, stages, audience_ids, capacity } = asked.change;
    if (kind !== undefined && kind !== activity.kind) {
      if (activity.state !== 'draft') throw KindIsFixed();
      requireKind(district.plan, kind, activity.host_kind);
    }
    if (stages) requireStages(district.plan, stages);
    if (typeof capacity === 'number' && capacity < activity.places_taken)
      throw CapacityBelowTaken();
    const area = { kind: activity.host_kind, lineage: activity.host_lineage };
    const audience = audience_ids && (await requireAudience(transaction, area, audience_ids));
    const change = changeOf(asked.change, audience);
    const wrong = checkSchedule({ ...activity, ...change });
    if (wrong.length > 0) throw BadRequest({ fields: wrong });

    const changed = await updateActivity(transaction, activity.id, change, call.at);
    if (changed.state === 'published' && matters(activity, changed)) {
      await tellOfChange(transaction, activity, changed, call.at);
    }
    await shortenOffers(transaction, changed.id, changed.begins_at);
    await moveUpWaiting(transaction, changed, call.at);
  });
}

/** What is written: instants as dates, texts trimmed. */
function changeOf(asked: ActivityChange, audience: string[] | undefined): Written {
  const { audience_ids: _, begins_at, ends_at, title, place, ...rest } = asked;
  const { registration_opens_at: opens, registration_closes_at: closes, ...fields } = rest;
  return {
    ...fields,
    ...(audience && { audience }),
    ...(title !== undefined && { title: title.trim() }),
    ...(place !== undefined && { place: place.trim() }),
    ...(begins_at !== undefined && { begins_at: new Date(begins_at) }),
    ...(ends_at !== undefined && { ends_at: new Date(ends_at) }),
    ...(opens !== undefined && { registration_opens_at: opens === null ? null : new Date(opens) }),
    ...(closes !== undefined && {
      registration_closes_at: closes === null ? null : new Date(closes),
    }),
  };
}

/** Another time or place: what people have to plan for anew. */
function matters(before: Activity, after: Activity): boolean {
  return (
    before.begins_at.getTime() !== after.begins_at.getTime() ||
    before.ends_at.getTime() !== after.ends_at.getTime() ||
    before.place !== after.place ||
    before.online_link !== after.online_link
  );
}

async function tellOfChange(
  transaction: WriteTransaction,
  before: Activity,
  changed: Activity,
  at: Date,
): Promise<void> {
  const { id, version, place, begins_at } = changed;
  const people = await peopleOfActivity(transaction, id);
  // Only the last change is still of use.
  await settle(transaction, { subject: id, kinds: ['changed'] }, at);
  const params = { place, begins_at: begins_at.toISOString() };
  // Who plans by the old time must know before it, too.
  const until = new Date(Math.min(begins_at.getTime(), before.begins_at.getTime()));
  await tellFamilies(transaction, changed, {
    ...{ kind: 'changed', deed: version, people, params, at },
    ...(until > at && { until }),
  });
}
