import { may, type Who } from '../../directory/index.ts';
import type { ExcusedHolder } from './states.ts';
import type { Excuse } from './tables.ts';

/** Whether somebody may know whom it is about: children and staff are not for everyone who may see a figure. */
export function seesHolder(who: Who, kind: ExcusedHolder, lineage: readonly string[]): boolean {
  if (kind === 'student') return may(who, 'students.read', { lineage });
  return kind !== 'staff' || may(who, 'people.read', { lineage });
}

/** Somebody above decides: of what a class owes its school, of what a school owes an office. Of the district its own. */
export function aboveOf(lineage: readonly string[]): readonly string[] {
  return lineage.length > 1 ? lineage.slice(0, -1) : lineage;
}

/** Whether the right is there; whether it is the person's own case is asked beside it. */
export function mayDecideAbout(
  who: Who,
  { holder_kind, place_lineage }: Pick<Excuse, 'holder_kind' | 'place_lineage'>,
): boolean {
  const above = aboveOf(place_lineage);
  return (
    may(who, 'excuses.decide', { lineage: above }) && seesHolder(who, holder_kind, place_lineage)
  );
}

/** What somebody asked, what is about them, or about their own child. */
export function isOwnCase(who: Who, { asked_by, holder_id }: Excuse): boolean {
  return asked_by === who.person || holder_id === who.person || who.children.includes(holder_id);
}
