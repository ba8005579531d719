import { type Duty, holdersOf } from '../../../plan/index.ts';
import type { Cell } from './cells.ts';

/** What of a district's work anyone may read (decision 0106). */

/** Children with a flag, or for whom something happened, are nobody's business, however many; the rest the plan says. */
export function isPublic(duty: Duty): boolean {
  const onOccasion = duty.versions.some(({ every }) => every.kind === 'occasion');
  const ofFew = duty.whose.flag !== undefined || (onOccasion && holdersOf(duty) === 'student');
  return duty.isPublic && !ofFew;
}

/** Of fewer people than this, or fewer organisations, a figure would be as good as a name. */
const FEWEST = { people: 10, organisations: 3 } as const;

export function fewestOf(duty: Duty): number {
  const holders = holdersOf(duty);
  if (holders === 'student' || holders === 'staff') return FEWEST.people;
  // The district's and the streets' own work is theirs by name.
  const areOffices = duty.whose.kinds.every(
    (kind) => kind === 'district' || kind === 'subdistrict',
  );
  return areOffices ? 1 : FEWEST.organisations;
}

/**
 * The areas whose figures can be shown. What is left out cannot be had by subtraction either: where so few remain
 * between the whole and what is shown, the smallest of the shown is left out too.
 */
export function shownAreas(
  whole: Cell,
  areas: ReadonlyMap<string, Cell>,
  fewest: number,
): ReadonlySet<string> {
  const smallestFirst = [...areas]
    .filter(([, { tasks }]) => tasks >= fewest)
    .toSorted(([, one], [, other]) => one.tasks - other.tasks);
  const shown = smallestFirst.map(([place]) => place);
  const isTooFew = () => {
    const rest = shown.reduce((sum, place) => sum - (areas.get(place)?.tasks ?? 0), whole.tasks);
    return rest > 0 && rest < fewest;
  };
  while (shown.length > 0 && isTooFew()) shown.shift();
  return new Set(shown);
}
