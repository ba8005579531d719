import { listDoneByPlaces } from '../../counting/duties/index.ts';
import { type Organisation, organisationsOf } from '../../directory/index.ts';
import { hostKinds, type Plan, periodsOf } from '../../plan/index.ts';
import type { ReadTransaction } from '../../platform/index.ts';
import { shown } from './board.ts';
import { carriedWork, type Host, hostsOf, isHollow, tiersOf } from './rules/load.ts';
import type { DutyHost, DutyLoad } from './shapes-of-charts.ts';
import type { Sight, View } from './views.ts';

/**
 * Which share of a term's events is carried by communities, which by schools; and which communities have held none: a
 * tier that exists on paper alone is the failure that other districts know.
 */
export const loadView: View<DutyLoad> = {
  name: 'load',
  read: readLoad,
};

async function readLoad(
  transaction: ReadTransaction,
  plan: Plan,
  { place, on }: Sight,
): Promise<DutyLoad> {
  const work = carriedWork(plan.duties);
  const [first] = work;
  const period = first && periodsOf(plan, first.duty).findLast(({ beginsOn }) => beginsOn <= on);
  const none = {
    place: shown(place),
    on,
    period: null,
    sorts: [],
    tiers: [],
    areas: [],
    hosts: [],
  };
  if (!period) return none;
  const done = await listDoneByPlaces(transaction, {
    duties: work.map(({ duty }) => duty.id),
    period: period.id,
    within: place.id,
    kinds: hostKinds,
    on,
  });
  const hosts = hostsOf(work, done);
  const known = await organisationsOf(transaction, [
    ...new Set(hosts.flatMap(({ lineage }) => lineage)),
  ]);
  const named = new Map(known.map((one) => [one.id, one]));
  return {
    ...none,
    period: { id: period.id, name: period.name, begins_on: period.beginsOn },
    sorts: work.map(({ countsAs, owedBy }) => ({
      counts_as: countsAs,
      owed_by: owedBy.map(({ id, whose }) => ({ duty: id, kinds: [...whose.kinds] })),
    })),
    tiers: tiersOf(hosts, work.length),
    areas: areasOf(hosts, named, work.length),
    hosts: hosts.flatMap((host) => hostShown(host, named)).toSorted(byName),
  };
}

type Named = ReadonlyMap<string, Organisation>;

function hostShown(host: Host, named: Named): DutyHost[] {
  const own = named.get(host.place);
  if (!own) return [];
  const area = areaOf(host.lineage, named);
  const { tier, held } = host;
  return [
    {
      ...{ ...shown(own), tier, held: [...held], hollow: isHollow(host) },
      ...{ area: area?.id ?? null, area_name: area?.name ?? null },
    },
  ];
}

/** Street by street what its organisations held. */
function areasOf(hosts: readonly Host[], named: Named, sorts: number): DutyLoad['areas'] {
  const groups = Map.groupBy(hosts, ({ lineage }) => areaOf(lineage, named));
  return [...groups]
    .flatMap(([area, those]) => (area ? [{ ...shown(area), tiers: tiersOf(those, sorts) }] : []))
    .toSorted(byName);
}

/** The street that an organisation lies in. */
function areaOf(lineage: readonly string[], named: Named): Organisation | undefined {
  return lineage.map((id) => named.get(id)).find((one) => one?.kind === 'subdistrict');
}

function byName(one: { name: string }, other: { name: string }): number {
  return one.name.localeCompare(other.name, 'zh');
}
