import {
  namesOfOrganisations,
  namesOfPeople,
  reachOf,
  readerOf,
  type Who,
} from '../../../directory/index.ts';
import {
  type Call,
  type District,
  NotAllowed,
  NotFound,
  type Words,
} from '../../../platform/index.ts';
import { NotDoneYet } from '../refusals.ts';
import { dimensionNames, groupName } from '../rules/names.ts';
import type { Simulation, SimulationResult } from '../shapes.ts';
import type { Simulated } from '../simulate.ts';
import { findSimulation, listSimulations, stateAt } from '../store.ts';

/** What was tried, the newest first. */
export async function browseSimulations({ database }: District, who: Who, { at }: Call) {
  if (reachOf(who, 'rules.simulate').length === 0) throw NotAllowed();
  return database.read(readerOf(who), async (transaction) => {
    const rows = await listSimulations(transaction);
    const names = await namesOfPeople(transaction, [...new Set(rows.map((row) => row.asked_by))]);
    return rows.map((row) => ({
      id: row.id,
      file: row.file,
      asked_at: row.asked_at.toISOString(),
      asked_by_name: names.get(row.asked_by) ?? '',
      state: stateAt(row, at),
    }));
  });
}

export async function showSimulation(
  { database }: District,
  who: Who,
  id: string,
  { at }: Call,
): Promise<Simulation> {
  if (reachOf(who, 'rules.simulate').length === 0) throw NotAllowed();
  return database.read(readerOf(who), async (transaction) => {
    const row = await findSimulation(transaction, id);
    if (!row) throw NotFound();
    const names = await namesOfPeople(transaction, [row.asked_by]);
    const schools = schoolsIn(row.result);
    const places = await namesOfOrganisations(transaction, schools);
    return {
      id,
      file: row.file,
      text: row.text,
      asked_at: row.asked_at.toISOString(),
      asked_by_name: names.get(row.asked_by) ?? '',
      state: stateAt(row, at),
      result: row.result && named(row.result, places),
    };
  });
}

/** The table as rows of a sheet; refuses while it is being counted. */
export async function simulationLines(district: District, who: Who, id: string, call: Call) {
  const { result } = await showSimulation(district, who, id, call);
  if (!result) throw NotDoneYet();
  const whole: Words = { zh: '全区', en: 'The district' };
  return [
    { dimension: whole, line: result.all },
    ...result.dimensions.flatMap(({ name, groups }) =>
      groups.map((line) => ({ dimension: name, line })),
    ),
  ];
}

function schoolsIn(result: Simulated | null): string[] {
  const dimension = result?.dimensions.find(({ key }) => key === 'school');
  return (dimension?.groups ?? []).map(({ key }) => key);
}

function named(result: Simulated, places: ReadonlyMap<string, string>): SimulationResult {
  return {
    before_day: result.before_day,
    after_day: result.after_day,
    all: { ...result.all, name: { zh: '全区', en: 'The district' } },
    dimensions: result.dimensions.map(({ key, groups, hidden_groups, hidden_families }) => ({
      ...{ key, hidden_groups, hidden_families, name: dimensionNames[key] ?? { zh: key, en: key } },
      groups: groups
        .map((line) => ({ ...line, name: groupName(key, line.key, places) }))
        .toSorted((one, other) => one.name.zh.localeCompare(other.name.zh, 'zh-CN')),
    })),
  };
}
