import { namesOfPeople, reachOf, readerOf, type Who } from '../../../directory/index.ts';
import { type Plan, pointRule } from '../../../plan/index.ts';
import {
  type District,
  decodeCursor,
  encodeCursor,
  NotAllowed,
  NotFound,
} from '../../../platform/index.ts';
import type { Recalculation, RecalculationLine } from '../shapes.ts';
import { type CountedRecalculation, listLines, listRecalculations } from '../store.ts';

/** What was ordered, the newest first. */
export async function browseRecalculations(
  { database, plan }: District,
  who: Who,
  id?: string,
): Promise<Recalculation[]> {
  if (reachOf(who, 'rules.recalculate').length === 0) throw NotAllowed();
  return database.read(readerOf(who), async (transaction) => {
    const rows = await listRecalculations(transaction, id);
    const people = rows.flatMap((row) => [row.ordered_by, row.decided_by]);
    const names = await namesOfPeople(transaction, [
      ...new Set(people.filter((person) => person !== null)),
    ]);
    return rows.map((row) => shown(plan, row, names, who));
  });
}

export async function showRecalculation(
  district: District,
  who: Who,
  id: string,
): Promise<Recalculation> {
  const [found] = await browseRecalculations(district, who, id);
  if (!found) throw NotFound();
  return found;
}

/** The full list: everybody whose points change, before and after. */
export async function browseLines(
  { database }: District,
  who: Who,
  { id, limit, cursor }: { id: string; limit: number; cursor?: string | undefined },
): Promise<{ items: RecalculationLine[]; next?: string }> {
  if (reachOf(who, 'rules.recalculate').length === 0) throw NotAllowed();
  const after = cursor === undefined ? undefined : String(decodeCursor(cursor, 1)[0]);
  return database.read(readerOf(who), async (transaction) => {
    const rows = await listLines(transaction, id, { after, most: limit + 1 });
    const lines = rows.slice(0, limit);
    const carers = lines.map(({ carer_id }) => carer_id);
    const names = await namesOfPeople(transaction, carers);
    const last = lines.at(-1);
    return {
      items: lines.map(({ carer_id, deeds, before, after: then }) => ({
        ...{ carer_id, deeds, before, after: then },
        carer_name: names.get(carer_id) ?? '',
      })),
      ...(rows.length > limit && last && { next: encodeCursor([last.carer_id]) }),
    };
  });
}

function shown(
  plan: Plan,
  row: CountedRecalculation,
  names: ReadonlyMap<string, string>,
  who: Who,
): Recalculation {
  const { id, from_on, until_on, wording_of, reason, state, carers, gain, lose, version } = row;
  return {
    ...{ id, from_on, until_on, wording_of, reason, state, carers, gain, lose, version },
    rules: row.rules.map((rule) => ({
      id: rule,
      title: pointRule(plan, rule)?.title ?? { zh: rule, en: rule },
    })),
    ordered_by_name: names.get(row.ordered_by) ?? '',
    ordered_at: row.ordered_at.toISOString(),
    decided_by_name: row.decided_by && (names.get(row.decided_by) ?? ''),
    done_at: row.done_at?.toISOString() ?? null,
    may_confirm: state === 'ordered' && row.ordered_by !== who.person,
    may_withdraw: state === 'counting' || state === 'ordered',
  };
}
