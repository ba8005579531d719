import { listKindsSeen, listTallies, OCCASION, type Tally } from '../../counting/duties/index.ts';
import { getDistrict, listOrganisationsBelow, nobody } from '../../directory/index.ts';
import {
  askedBy,
  type Clause,
  type Duty,
  type DutyPeriod,
  dateInShanghai,
  holdersOf,
  lastBegun,
  type Plan,
  periodsOf,
  schoolYearOn,
  versionOn,
} from '../../plan/index.ts';
import type { Call, District, ReadTransaction, Sent } from '../../platform/index.ts';
import { type Cell, cellOf } from './rules/cells.ts';
import { fewestOf, isPublic, shownAreas } from './rules/in-public.ts';
import type {
  PublicCell,
  PublicClause,
  PublicDuty,
  PublicPeriod,
  PublicProgress,
} from './shapes-of-progress.ts';

const MILLISECONDS_KEPT = 300_000;

/** What was found, and from its first answer on what was sent of it. */
interface Kept {
  readonly since: number;
  readonly progress: Promise<PublicProgress>;
  sent?: Sent;
}

const keptOf = new WeakMap<District['database'], Kept>();

/** How far the district is, for anyone. Kept for some minutes, so that many readers ask the database once. */
export function keptProgress({ plan, database }: District, { at }: Call): Kept {
  const now = at.getTime();
  const kept = keptOf.get(database);
  if (kept && now >= kept.since && now < kept.since + MILLISECONDS_KEPT) return kept;
  const progress = database.read(nobody, (transaction) =>
    readProgress(transaction, plan, dateInShanghai(at)),
  );
  const own = { since: now, progress };
  keptOf.set(database, own);
  // What went wrong is not kept.
  progress.catch(() => keptOf.get(database) === own && keptOf.delete(database));
  return own;
}

interface Found {
  readonly plan: Plan;
  readonly today: string;
  readonly district: string;
  readonly areas: readonly string[];
  readonly tallies: ReadonlyMap<string, readonly Tally[]>;
  readonly seen: ReadonlySet<string>;
}

async function readProgress(
  transaction: ReadTransaction,
  plan: Plan,
  today: string,
): Promise<PublicProgress> {
  const district = await getDistrict(transaction);
  const below = await listOrganisationsBelow(transaction, district.id);
  const areas = below.filter(({ kind }) => kind === 'subdistrict');
  const duties = plan.duties.filter(isPublic);
  const periods = new Set(
    duties.flatMap((duty) => twoPeriods(plan, duty, today).map(({ id }) => id)),
  );
  const ids = [district, ...areas].map(({ id }) => id);
  const tallies = await listTallies(transaction, ids, [...periods, OCCASION]);
  const found: Found = {
    ...{ plan, today },
    district: district.id,
    areas: areas.map(({ id }) => id),
    tallies: Map.groupBy(tallies, ({ duty }) => duty),
    seen: await listKindsSeen(transaction),
  };
  return {
    district_name: plan.districtName,
    on: today,
    areas: areas.map(({ id, name }) => ({ id, name })),
    clauses: plan.clauses.map((clause) => clauseOf(clause, duties, found)),
  };
}

function clauseOf(
  { id, parent, title }: Clause,
  open: readonly Duty[],
  found: Found,
): PublicClause {
  const isOf = ({ sources }: Duty) =>
    sources.some(({ layer, clause }) => layer === undefined && clause === id);
  const duties = open.filter(isOf);
  return {
    ...{ id, parent: parent ?? null, title },
    withheld: found.plan.duties.filter(isOf).length > duties.length,
    duties: duties.map((duty) => dutyOf(duty, found)),
  };
}

/** The period that has begun last, and the one before it. */
function twoPeriods(plan: Plan, duty: Duty, day: string): DutyPeriod[] {
  const running = lastBegun(plan, duty, day);
  if (!running) return [];
  const before = periodsOf(plan, duty).findLast(({ beginsOn }) => beginsOn < running.beginsOn);
  return before ? [running, before] : [running];
}

function dutyOf(duty: Duty, found: Found): PublicDuty {
  const { plan, today } = found;
  const [running, before] = twoPeriods(plan, duty, today);
  const version = running?.version ?? versionOn(duty, today);
  const isOnOccasion = version?.every.kind === 'occasion';
  return {
    duty: duty.id,
    title: duty.title,
    asks: version ? askedBy(plan, version) : null,
    holders: holdersOf(duty),
    now: running || isOnOccasion ? periodOf(duty, running, found) : null,
    before: before ? periodOf(duty, before, found) : null,
  };
}

/** A duty in a period; without one, on the occasions of this school year. Null where nobody has a task. */
function periodOf(
  duty: Duty,
  period: DutyPeriod | undefined,
  { plan, today, district, areas, tallies, seen }: Found,
): PublicPeriod | null {
  const version = period?.version ?? versionOn(duty, today);
  if (!version) return null;
  const since = period ? '' : (schoolYearOn(plan, today)?.beginsOn ?? '');
  const own = (tallies.get(duty.id) ?? []).filter(
    (tally) => tally.period === (period?.id ?? OCCASION) && tally.due_on >= since,
  );
  const isRecorded = seen.has(duty.counts.fact);
  const at = (place: string) =>
    cellOf(
      own.filter((tally) => tally.place === place),
      { version, isRecorded, today },
    );
  const whole = at(district);
  if (whole.tasks === 0) return null;
  const fewest = fewestOf(duty);
  const cells = new Map(
    areas.map((id) => [id, at(id)] as const).filter(([, { tasks }]) => tasks > 0),
  );
  const open = shownAreas(whole, cells, fewest);
  return {
    name: period?.name ?? { zh: '本学年', en: 'This school year' },
    due_on: period?.dueOn ?? null,
    whole: shown(district, whole, whole.tasks >= fewest),
    areas: [...cells].map(([id, cell]) => shown(id, cell, open.has(id))),
  };
}

function shown(place: string, { state, tasks, done, excused }: Cell, isOpen: boolean): PublicCell {
  return isOpen ? { place, figures: { state, tasks, done, excused } } : { place, figures: null };
}
