import { sql } from 'kysely';
import { hasStated, reverseFacts, standsFact, stateFacts } from '../../facts/index.ts';
import { activityKind, type Plan } from '../../plan/index.ts';
import type { ReadTransaction, WriteTransaction } from '../../platform/index.ts';
import { findActivities } from './store/activities.ts';
import type { Activity } from './tables.ts';

/**
 * Keeps it true in the log whether an event was held: it was, once its host has confirmed the end of it or of one of its
 * sessions and somebody was there. One fact for the whole, however many sessions it has; taken back when nobody was
 * there after all, stated anew under the next version when somebody was. The caller holds the activity, so that two who
 * correct it see one another.
 */
export async function keepHeld(
  transaction: WriteTransaction,
  plan: Plan,
  { id, part_of }: Pick<Activity, 'id' | 'part_of'>,
  by: { actor: string; reason: string; at: Date },
): Promise<void> {
  const whole = (await findActivities(transaction, [part_of ?? id])).get(part_of ?? id);
  const kind = whole && activityKind(plan, whole.kind);
  // Of a kind that a later plan no longer has nobody knows what it counts as.
  if (!whole || !kind) return;
  const { source, stands } = await lastStated(transaction, whole.id);
  const people = await countPresent(transaction, whole.id);
  if (stands === people > 0) return;
  if (stands) {
    await reverseFacts(transaction, [source], by);
    return;
  }
  const attributes = {
    activity: whole.id,
    kind: kind.id,
    counts_as: kind.countsAs,
    host_kind: whole.host_kind,
    people,
  };
  const host = { organisation: whole.host_id, subject: whole.host_id, actor: by.actor };
  const deed = { kind: 'activity.held', at: whole.begins_at, quantity: 1, source, attributes };
  await stateFacts(transaction, [{ ...deed, ...host }]);
}

/** What stands, or the source under which it may be stated next. */
async function lastStated(
  transaction: ReadTransaction,
  whole: string,
): Promise<{ source: string; stands: boolean }> {
  for (let version = 1; ; version += 1) {
    const source = `activity-held:${whole}${version === 1 ? '' : `:${version}`}`;
    if (!(await hasStated(transaction, source))) return { source, stands: false };
    if (await standsFact(transaction, source)) return { source, stands: true };
  }
}

async function countPresent(transaction: ReadTransaction, whole: string): Promise<number> {
  const { rows } = await sql<{ people: number }>`
    select people_present(${whole}) as people`.execute(transaction);
  return rows[0]?.people ?? 0;
}
