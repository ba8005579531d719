import type { Event } from './events.ts';
import type { Guests } from './hold.ts';
import type { SchoolPeople } from './populace.ts';

/** The families of a school whom an event is for, with their children whom it is for. */
export function guestsOf(event: Event, families: SchoolPeople['families']): Guests[] {
  const { id } = event.audience;
  return families.flatMap(({ family, children }) => {
    const fitting = children.filter((child) => child.schoolClass.lineage.includes(id));
    return fitting.length > 0 ? [{ family, children: fitting }] : [];
  });
}
