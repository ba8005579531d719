import { namesOfOrganisations, namesOfPeople, type Who } from '../../directory/index.ts';
import type { ReadTransaction, Words } from '../../platform/index.ts';
import { type Activity, findActivities } from '../activities/index.ts';
import { summaryOf } from './rules/summary.ts';
import type { AnomalyLine } from './shapes.ts';
import { anomalyKindTable, anomalyStateTable } from './states.ts';
import type { Anomaly } from './tables.ts';
import { reaches } from './who-may.ts';

const A_PHONE: Words = { zh: '一部手机', en: 'A phone' };

/** What every list and file says of an anomaly, to one reader. */
export async function linesOf(
  transaction: ReadTransaction,
  who: Who,
  anomalies: readonly Anomaly[],
): Promise<AnomalyLine[]> {
  const activities = await findActivities(transaction, [
    ...new Set(anomalies.flatMap(({ activity_ids }) => activity_ids)),
  ]);
  const hosts = await namesOfOrganisations(transaction, [
    ...new Set([...activities.values()].map(({ host_id }) => host_id)),
  ]);
  const people = anomalies.flatMap(({ carer_ids, looked_by }) => [carer_ids[0], looked_by]);
  const names = await namesOfPeople(transaction, [
    ...new Set(people.filter((person) => person !== undefined && person !== null)),
  ]);
  return anomalies.map((anomaly) => {
    const { id, version, kind, state, note } = anomaly;
    const own = anomaly.activity_ids.flatMap((activity) => activities.get(activity) ?? []);
    return {
      ...{ id, version, kind, state, note },
      kind_name: anomalyKindTable[kind].name,
      about: aboutOf(anomaly, { names, hosts }),
      summary: summaryOf(kind, anomaly.measure),
      ...hostsOf(who, own, hosts),
      from_at: anomaly.from_at.toISOString(),
      until_at: anomaly.until_at.toISOString(),
      state_name: anomalyStateTable[state].name,
      found_at: anomaly.found_at.toISOString(),
      looked_by: anomaly.looked_by && (names.get(anomaly.looked_by) ?? ''),
      looked_at: anomaly.looked_at?.toISOString() ?? null,
    };
  });
}

function aboutOf(
  { kind, subject_id }: Anomaly,
  known: { names: ReadonlyMap<string, string>; hosts: ReadonlyMap<string, string> },
): Words {
  if (kind === 'one-phone') return A_PHONE;
  const name = (kind === 'always-maximum' ? known.hosts : known.names).get(subject_id) ?? '';
  return { zh: name, en: name };
}

function hostsOf(who: Who, activities: readonly Activity[], names: ReadonlyMap<string, string>) {
  const seen = activities.filter(({ host_lineage }) => reaches(who, host_lineage));
  return {
    host_names: [...new Set(seen.map(({ host_id }) => names.get(host_id) ?? ''))],
    other_hosts: seen.length < activities.length,
  };
}
