import { settle } from '../../notices/index.ts';
import type { WriteTransaction } from '../../platform/index.ts';
import { peopleOfActivity } from './store/registrations.ts';
import type { Activity } from './tables.ts';
import { tellFamilies } from './tell-families.ts';

/** Tells those who signed up or wait of another time or place: what people have to plan for anew. */
export async function tellOfChange(
  transaction: WriteTransaction,
  { before, after }: { before: Activity; after: Activity },
  at: Date,
): Promise<void> {
  if (after.state !== 'published' || !matters(before, after)) return;
  const { id, version, place, begins_at } = after;
  const people = await peopleOfActivity(transaction, id);
  // Only the last change is still of use.
  await settle(transaction, { subject: id, kinds: ['changed'] }, at);
  const params = { place, begins_at: begins_at.toISOString() };
  // Who plans by the old time must know before it, too.
  const until = new Date(Math.min(begins_at.getTime(), before.begins_at.getTime()));
  await tellFamilies(transaction, after, {
    ...{ kind: 'changed', deed: version, people, params, at },
    ...(until > at && { until }),
  });
}

function matters(before: Activity, after: Activity): boolean {
  return (
    before.begins_at.getTime() !== after.begins_at.getTime() ||
    before.ends_at.getTime() !== after.ends_at.getTime() ||
    before.place !== after.place ||
    before.online_link !== after.online_link
  );
}
