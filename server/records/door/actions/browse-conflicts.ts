import { namesOfPeople, readerOf, requireMay, type Who } from '../../../directory/index.ts';
import { type District, decodeCursor, encodeCursor } from '../../../platform/index.ts';
import { getActivity, whoCame } from '../../activities/index.ts';
import type { ConflictsQuery, ScanConflict } from '../shapes.ts';
import { conflictReasons, mayAdmit } from '../states.ts';
import { type Conflict, listConflicts } from '../store/conflicts.ts';

/** What waits for a person at one activity, and what was decided, in the order of the scans. */
export async function browseConflicts(
  district: District,
  who: Who,
  { activity: id, state, limit, cursor }: ConflictsQuery & { activity: string },
): Promise<{ items: ScanConflict[]; next?: string }> {
  const after = cursor === undefined ? undefined : String(decodeCursor(cursor, 1)[0]);
  return district.database.read(readerOf(who), async (transaction) => {
    const activity = await getActivity(transaction, id);
    requireMay(who, 'activities.check-in', { lineage: activity.host_lineage });
    const found = await listConflicts(transaction, { activity: id, state, after, most: limit + 1 });
    const shown = found.slice(0, limit);
    const people = shown.flatMap((one) => [one.carer_id, one.sent_by, one.decided_by]);
    const names = await namesOfPeople(
      transaction,
      people.filter((person) => person !== null),
    );
    const carers = shown.flatMap(({ carer_id }) => carer_id ?? []);
    const came = await whoCame(transaction, id, carers);
    const items = shown.map((one) => rowOf(one, names, came));
    const last = shown.at(-1);
    return found.length > limit && last ? { items, next: encodeCursor([last.scan_id]) } : { items };
  });
}

const LETTERS_OF_A_DEVICE = 4;

function rowOf(
  one: Conflict,
  names: ReadonlyMap<string, string>,
  came: ReadonlySet<string>,
): ScanConflict {
  return {
    scan_id: one.scan_id,
    carer_id: one.carer_id,
    carer_name: one.carer_id && (names.get(one.carer_id) ?? null),
    has_come: one.carer_id !== null && came.has(one.carer_id),
    direction: one.direction,
    happened_at: one.happened_at.toISOString(),
    phone_at: one.phone_at.toISOString(),
    received_at: one.received_at.toISOString(),
    sent_by: names.get(one.sent_by) ?? '',
    device: one.device_id.slice(-LETTERS_OF_A_DEVICE).toUpperCase(),
    reason: one.reason,
    reason_words: conflictReasons[one.reason],
    may_admit: mayAdmit(one.reason),
    state: one.state,
    decided_by: one.decided_by && (names.get(one.decided_by) ?? ''),
    decided_at: one.decided_at?.toISOString() ?? null,
    note: one.note,
  };
}
