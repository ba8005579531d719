import type pg from 'pg';
import type { District } from '../../../platform/index.ts';
import { explainFault } from '../explain-problem.ts';
import type { Roster } from '../roster.ts';
import { type Counts, compareRows, countChanges, lists } from './compare-rows.ts';
import { findKnownPlaces } from './known-places.ts';
import { matchRows, type Reach } from './match-rows.ts';
import { type PlacedOrganisations, placeOrganisations } from './place-organisations.ts';
import { reportPlaces, reportRefusals } from './report-refusals.ts';
import { type Sealer, sealerOf } from './sealer.ts';
import { type Staging, stageRoster } from './stage-roster.ts';
import { stateChanges } from './state-changes.ts';
import { writeRows } from './write-rows.ts';

export interface ImportOptions {
  /** The importer; null when it is the program itself (the command line). */
  readonly actor: string | null;
  /** How far the importer's post reaches. */
  readonly reach: Reach;
  readonly at: Date;
  /** One that has met the roster's rows while they were read; else sealing begins now. */
  readonly sealer?: Sealer;
}

/** What an import does, or would do. What is wrong stands in the roster's `problems`. */
export interface ImportCounts {
  readonly organisations: Counts;
  readonly people: Counts;
  readonly students: Counts;
  readonly guardianships: Counts;
  readonly posts: Counts;
}

/**
 * What applying the roster would change, and nothing written: everything is compared in temporary tables of a
 * transaction that is rolled back. Problems that only the directory can know are added to the roster's.
 */
export async function previewRoster(
  district: District,
  roster: Roster,
  options: ImportOptions,
): Promise<ImportCounts> {
  return inImport(district, 'rollback', async (client) => {
    const { sealer = sealerOf(roster, district.sealing, false) } = options;
    const { counts } = await compare(district, client, roster, { ...options, sealer });
    return counts;
  });
}

/**
 * Applies the roster in one transaction: all of its good rows or nothing. The same roster again changes
 * nothing. States what changed as facts.
 */
export async function applyRoster(
  district: District,
  roster: Roster,
  options: ImportOptions,
): Promise<ImportCounts> {
  if (roster.problems.isFatal) throw explainFault(roster.problems);
  return inImport(district, 'commit', async (client) => {
    const { sealer = sealerOf(roster, district.sealing, true) } = options;
    const { counts, staging, keys } = await compare(district, client, roster, {
      ...options,
      sealer,
    });
    await writeRows(staging, keys, counts.people.fresh + counts.students.fresh);
    const root = [...staging.placed.places.values()].find(({ kind }) => kind === 'district');
    if (root) await stateChanges(staging, { ...options, district: root.id });
    return counts;
  });
}

interface Compared {
  readonly counts: ImportCounts;
  readonly staging: Staging;
  readonly keys: ReadonlyMap<string, string>;
}

async function compare(
  district: District,
  client: pg.ClientBase,
  roster: Roster,
  { reach, at, sealer }: ImportOptions & { readonly sealer: Sealer },
): Promise<Compared> {
  const today = dayInChina(at);
  const known = await findKnownPlaces(client, roster.source.system, { reach, today });
  const placed = placeOrganisations(roster.organisations, known);
  reportPlaces(roster.problems, placed);
  const staging: Staging = { client, roster, placed, sealing: district.sealing, sealer };
  await stageRoster(staging).finally(() => sealer.stop());
  await matchRows(client, roster.source, reach);
  await reportRefusals(client, roster);
  await compareRows(client, roster.source, today);
  const counts = { organisations: countPlaces(placed), ...(await countChanges(client)) };
  return { counts, staging, keys: known.keys };
}

function countPlaces({ fresh, changed, closed, unchanged }: PlacedOrganisations): Counts {
  return { fresh: fresh.length, changed: changed.length, left: closed.length, unchanged };
}

/** One import at a time in a district: two that meet would each think the other's people new. */
async function inImport<Answer>(
  { database }: District,
  end: 'commit' | 'rollback',
  work: (client: pg.ClientBase) => Promise<Answer>,
): Promise<Answer> {
  return database.withOwner(async (client) => {
    await client.query('begin');
    try {
      await client.query(`select pg_advisory_xact_lock(hashtext('roster import'), hashtext($1))`, [
        database.schema,
      ]);
      // The planner should know the new rows; sorting them should not go to disk.
      await client.query(`set local work_mem = '64MB'; set local temp_buffers = '256MB'`);
      // The shape of staged rows is plain: a tenth of the usual sample tells the planner enough.
      await client.query('set local default_statistics_target = 10');
      const answer = await work(client);
      await client.query(end);
      return answer;
    } catch (error) {
      await client.query('rollback').catch(() => {});
      throw error;
    }
  });
}

const CHINA_OFFSET_MS = 8 * 3_600_000;

/** The calendar day in China at an instant, `YYYY-MM-DD`. */
export function dayInChina(at: Date): string {
  return new Date(at.getTime() + CHINA_OFFSET_MS).toISOString().slice(0, 10);
}

/** Whether applying would change anything at all. */
export function changesNothing(counts: ImportCounts): boolean {
  return (['organisations', ...lists] as const).every((list) => {
    const { fresh, changed, left } = counts[list];
    return fresh + changed + left === 0;
  });
}
