import { listKindsSeen, listTallies, OCCASION, type Tally } from '../../counting/duties/index.ts';
import {
  listClassesWithin,
  listOrganisationsBelow,
  type Organisation,
  organisationsOf,
} from '../../directory/index.ts';
import {
  type Duty,
  daysAfter,
  holdersOf,
  lastBegun,
  type Plan,
  schoolYearOn,
  versionOn,
} from '../../plan/index.ts';
import type { ReadTransaction } from '../../platform/index.ts';
import { cellOf } from './rules/cells.ts';
import { chapterOf } from './rules/chapter.ts';
import type { DutyBoard, DutyRow } from './shapes.ts';
import type { Sight, View } from './views.ts';

const DAYS_AHEAD = 14;

/** The duties of a place, and of each place below it, in the periods that have begun last. */
export const boardView: View<DutyBoard> = { name: 'board', read: readBoard };

async function readBoard(
  transaction: ReadTransaction,
  plan: Plan,
  { place, on, today, seesChildren, above: idsAbove }: Sight,
): Promise<DutyBoard> {
  const [columns, seen, above] = await Promise.all([
    placesBelow(transaction, place),
    listKindsSeen(transaction),
    organisationsOf(transaction, idsAbove),
  ]);
  const ids = [place, ...columns].map(({ id }) => id);
  const periods = plan.duties.map((duty) => lastBegun(plan, duty, on)?.id ?? OCCASION);
  const found = await listTallies(transaction, ids, [...new Set(periods)]);
  const tallies = Map.groupBy(found, ({ duty }) => duty);
  const rows = plan.duties.flatMap((duty) => {
    const mayCount = seesChildren ? () => true : isShownOf(duty);
    if (!mayCount(place)) return [];
    const shownColumns = columns.filter(mayCount);
    return rowOf(plan, duty, { place: place.id, columns: shownColumns, tallies, seen, on, today });
  });
  return {
    place: shown(place),
    above: above.map(shown),
    on,
    columns: columns.map(shown),
    rows,
    soon: rows.filter((row) => turnsSoon(row, today)).map(({ duty }) => duty),
  };
}

/**
 * Where those who may not see children see how many a duty counts. Of children who bear a flag not within one school:
 * so few would be as good as a name (2.3.5).
 */
export function isShownOf(duty: Duty): (place: Organisation) => boolean {
  const onOccasion = duty.versions.some(({ every }) => every.kind === 'occasion');
  const isOfFew = duty.whose.flag !== undefined || (holdersOf(duty) === 'student' && onOccasion);
  if (!isOfFew) return () => true;
  return ({ kind }) => kind === 'district' || kind === 'subdistrict' || kind === 'community';
}

/** A school's classes rather than its grades: a class is what somebody answers for. */
async function placesBelow(
  transaction: ReadTransaction,
  { id, kind }: Organisation,
): Promise<Organisation[]> {
  if (kind === 'class') return [];
  if (kind === 'school' || kind === 'kindergarten' || kind === 'grade') {
    return listClassesWithin(transaction, [id]);
  }
  return listOrganisationsBelow(transaction, id);
}

interface Asked {
  readonly place: string;
  readonly columns: readonly Organisation[];
  readonly tallies: ReadonlyMap<string, readonly Tally[]>;
  readonly seen: ReadonlySet<string>;
  readonly on: string;
  readonly today: string;
}

function rowOf(plan: Plan, duty: Duty, asked: Asked): DutyRow[] {
  const { place, columns, on, today } = asked;
  const period = lastBegun(plan, duty, on);
  const version = period?.version ?? versionOn(duty, on);
  if (!version) return [];
  const isRecorded = asked.seen.has(duty.counts.fact);
  const key = period?.id ?? OCCASION;
  // Of occasions those of this school year: an old letter is no news.
  const since = period ? undefined : schoolYearOn(plan, on)?.beginsOn;
  const own = (asked.tallies.get(duty.id) ?? []).filter(
    ({ period: of, due_on }) => of === key && (since === undefined || due_on >= since),
  );
  const atPlaces = Map.groupBy(own, ({ place: id }) => id);
  const at = (id: string) => ({
    place: id,
    ...cellOf(atPlaces.get(id) ?? [], { version, isRecorded, today }),
  });
  const whole = at(place);
  if (whole.tasks === 0) return [];
  const layer = plan.layers.find(({ id }) => id === version.source.layer);
  return [
    {
      duty: duty.id,
      clause: duty.sources[0]?.clause ?? '',
      chapter: chapterOf(plan, duty.sources[0]?.clause ?? ''),
      title: duty.title,
      stricter: layer ? { name: layer.name, clause: version.source.clause } : null,
      holders: holdersOf(duty),
      answers: duty.answers,
      target: version.target,
      unit: version.unit,
      period: key,
      period_name: period?.name ?? { zh: '本学年', en: 'This school year' },
      due_on: period?.dueOn ?? null,
      red_on: period?.redOn ?? null,
      whole,
      cells: columns.map(({ id }) => at(id)).filter(({ tasks }) => tasks > 0),
    },
  ];
}

function turnsSoon({ whole, red_on }: DutyRow, today: string): boolean {
  if (whole.state !== 'due' && whole.state !== 'amber') return false;
  return red_on !== null && red_on <= daysAfter(today, DAYS_AHEAD);
}

export function shown({ id, name, kind }: Organisation) {
  return { id, name, kind };
}
