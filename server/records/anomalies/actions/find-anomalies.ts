import { childrenOfCarers, theProgram } from '../../../directory/index.ts';
import { beginningOf, capTermDays, dateInShanghai, type Plan } from '../../../plan/index.ts';
import type { District, ReadTransaction } from '../../../platform/index.ts';
import {
  findActivities,
  listHostsAtMost,
  listLongDays,
  listOverlapping,
  listStays,
  type Stay,
} from '../../activities/index.ts';
import { listSharedPhones } from '../../door/index.ts';
import { MOST_ANOMALIES_OF_A_KIND, MOST_EVENTS_OF_A_HOST } from '../limits.ts';
import { busiestStretch, familiesOf, minutesTooMany } from '../rules/anomalies-in.ts';
import { measuredKinds } from '../rules/measured-kinds.ts';
import { type AnomalyKind, anomalyKinds } from '../states.ts';
import { type FoundAnomaly, keepFound, markGone } from '../store.ts';

const DAY_MS = 86_400_000;

/** From when on a kind is looked for. A term is whole, and so is the first day. */
interface Since {
  readonly people: Date;
  readonly term: Date;
}

interface Looking {
  readonly transaction: ReadTransaction;
  readonly plan: Plan;
  readonly since: Since;
  /** The first day of the term, which tells a host's hint from that of the term before. */
  readonly term: string;
}

interface Found {
  readonly found: readonly FoundAnomaly[];
  /** Nothing was left out: what is open and not among them is gone. */
  readonly isAll: boolean;
}

const search: Readonly<Record<AnomalyKind, (looking: Looking) => Promise<Found>>> = {
  'two-places': twoPlaces,
  'long-day': longDays,
  'one-phone': sharedPhones,
  'always-maximum': alwaysAtMost,
};

/**
 * Looks at what the plan lets it look back on, writes down what is unlikely, and what no longer is. Takes nothing from
 * anybody. Gives how many hints are new or changed. A round of the background, once a day.
 */
export async function findAnomalies({ database, plan, clock }: District): Promise<number> {
  const at = clock();
  const term = capTermDays(plan, dateInShanghai(at)).from ?? plan.effectiveFrom;
  const first = new Date(at.getTime() - plan.anomalies.lookBackDays * DAY_MS);
  const since = { people: beginningOf(dateInShanghai(first)), term: beginningOf(term) };
  let written = 0;
  for (const kind of anomalyKinds) {
    const { found, isAll } = await database.read(theProgram, (transaction) =>
      search[kind]({ transaction, plan, since, term }),
    );
    written += await database.write(theProgram, async (transaction) => {
      const from = kind === 'two-places' || kind === 'long-day' ? since.people : since.term;
      if (isAll) await markGone(transaction, kind, { since: from, found });
      return keepFound(transaction, found, at);
    });
  }
  return written;
}

const isBelowMost = ({ length }: readonly unknown[]) => length < MOST_ANOMALIES_OF_A_KIND;

async function twoPlaces({ transaction, plan, since }: Looking): Promise<Found> {
  const { overlapMinutes } = plan.anomalies;
  const pairs = await listOverlapping(transaction, {
    ...{ since: since.people, minutes: overlapMinutes, most: MOST_ANOMALIES_OF_A_KIND },
  });
  const stays = await staysById(
    transaction,
    pairs.flatMap(({ one, other }) => [one, other]),
  );
  const found = pairs.flatMap(({ one, other }) => {
    const both = staysOf(stays, [one, other]);
    const [first, second] = both;
    if (!first || !second) return [];
    const measure = minutesTooMany(first, second);
    if (measure < overlapMinutes) return [];
    return [ofCarer('two-places', both, { mark: `${one} ${other}`, measure })];
  });
  return { found, isAll: isBelowMost(pairs) };
}

async function longDays({ transaction, plan, since }: Looking): Promise<Found> {
  const days = await listLongDays(transaction, {
    ...{ since: since.people, minutes: plan.anomalies.minutesADay, most: MOST_ANOMALIES_OF_A_KIND },
  });
  const stays = await staysById(
    transaction,
    days.flatMap(({ attendances }) => attendances),
  );
  const found = days.map(({ day, minutes, attendances }) =>
    ofCarer('long-day', staysOf(stays, attendances), { mark: day, measure: minutes }),
  );
  return { found, isAll: isBelowMost(days) };
}

async function sharedPhones({ transaction, plan, since }: Looking): Promise<Found> {
  const { families, withinDays } = plan.anomalies.onePhone;
  const uses = await listSharedPhones(transaction, { since: since.term, carers: families });
  const carers = [...new Set(uses.map(({ carer_id }) => carer_id))];
  const family = familiesOf(carers, await childrenOfCarers(transaction, carers));
  const activities = await findActivities(transaction, [
    ...new Set(uses.map(({ activity_id }) => activity_id)),
  ]);
  const found = [...Map.groupBy(uses, ({ phone }) => phone)].flatMap(([phone, own]) => {
    const busiest = busiestStretch(own, family, withinDays);
    const [first, last] = [busiest.uses[0], busiest.uses.at(-1)];
    if (busiest.families < families || !first || !last) return [];
    const events = [...new Set(busiest.uses.map(({ activity_id }) => activity_id))];
    return [
      {
        ...{ kind: 'one-phone' as const, subject_id: phone, mark: dateInShanghai(since.term) },
        carer_ids: [...new Set(busiest.uses.map(({ carer_id }) => carer_id))],
        ...{ activity_ids: events, evidence_ids: [] },
        places: together(events.map((id) => activities.get(id)?.host_lineage ?? [])),
        ...{ from_at: first.at, until_at: last.at, measure: busiest.families },
      },
    ];
  });
  return { found, isAll: true };
}

async function alwaysAtMost({ transaction, plan, since, term }: Looking): Promise<Found> {
  const hosts = await listHostsAtMost(transaction, measuredKinds(plan), {
    ...{ since: since.term, most: MOST_ANOMALIES_OF_A_KIND, ...plan.anomalies.alwaysMaximum },
  });
  const events = await findActivities(
    transaction,
    hosts.flatMap(({ activities }) => [activities[0] ?? [], activities.at(-1) ?? []].flat()),
  );
  const found = hosts.flatMap(({ host_id: host, presences, whole, activities }) => {
    const [last, first] = [activities[0], activities.at(-1)].map((id) => events.get(id ?? ''));
    if (!first || !last) return [];
    return [
      {
        ...{ kind: 'always-maximum' as const, subject_id: host, mark: term },
        ...{ carer_ids: [], evidence_ids: [] },
        activity_ids: activities.slice(0, MOST_EVENTS_OF_A_HOST),
        places: last.host_lineage,
        ...{ from_at: first.begins_at, until_at: last.ends_at },
        measure: Math.floor((whole * 100) / presences),
      },
    ];
  });
  return { found, isAll: isBelowMost(hosts) };
}

/** What is unlikely of one carer's presences, which are in the order of time. */
function ofCarer(
  kind: 'two-places' | 'long-day',
  stays: readonly Stay[],
  { mark, measure }: { mark: string; measure: number },
): FoundAnomaly {
  const begins = stays.map(({ begins_at }) => begins_at.getTime());
  const ends = stays.map(({ ends_at }) => ends_at.getTime());
  const carer = stays[0]?.carer_id ?? '';
  return {
    ...{ kind, subject_id: carer, mark, measure, carer_ids: [carer] },
    activity_ids: [...new Set(stays.map(({ activity_id }) => activity_id))],
    evidence_ids: stays.map(({ attendance_id }) => attendance_id),
    places: together(stays.map(({ host_lineage }) => host_lineage)),
    from_at: new Date(Math.min(...begins)),
    until_at: new Date(Math.max(...ends)),
  };
}

async function staysById(
  transaction: ReadTransaction,
  ids: readonly string[],
): Promise<Map<string, Stay>> {
  const stays = await listStays(transaction, [...new Set(ids)]);
  return new Map(stays.map((stay) => [stay.attendance_id, stay]));
}

/** In the order of time. */
function staysOf(stays: ReadonlyMap<string, Stay>, ids: readonly string[]): Stay[] {
  return ids
    .flatMap((id) => stays.get(id) ?? [])
    .sort((one, other) => one.begins_at.getTime() - other.begins_at.getTime());
}

const together = (lineages: readonly (readonly string[])[]) => [...new Set(lineages.flat())];
