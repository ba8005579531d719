/** A household that holds a place or waits for one, at one activity. */
export interface Household {
  readonly registration: string;
  readonly carers: readonly string[];
  readonly students: readonly string[];
}

export interface Places {
  readonly capacity: number | null;
  readonly places_taken: number;
}

export type Placing =
  /** The household is there already: the carer and the children who are new join it, at no further place. */
  | {
      readonly is: 'join';
      readonly registration: string;
      readonly isNewCarer: boolean;
      readonly newStudents: readonly string[];
    }
  | { readonly is: 'new'; readonly state: 'registered' | 'waiting' }
  /** The carer and the children stand in different registrations, which cannot be one. */
  | { readonly is: 'separate' };

/**
 * Where a carer with children is placed. One household, one place: twins share it, a second carer of a child
 * joins it, and so do parents who live apart, for the child they share.
 */
export function placeHousehold(
  { carer, students }: { carer: string; students: readonly string[] },
  households: readonly Household[],
  { capacity, places_taken }: Places,
): Placing {
  const theirs = households.filter(
    (one) => one.carers.includes(carer) || one.students.some((child) => students.includes(child)),
  );
  const [household] = theirs;
  if (theirs.length > 1) return { is: 'separate' };
  if (household) {
    return {
      is: 'join',
      registration: household.registration,
      isNewCarer: !household.carers.includes(carer),
      newStudents: students.filter((child) => !household.students.includes(child)),
    };
  }
  const isFree = capacity === null || places_taken < capacity;
  return { is: 'new', state: isFree ? 'registered' : 'waiting' };
}

/** How many of those who wait may move up now. */
export function freePlaces({ capacity, places_taken }: Places): number {
  return capacity === null ? Number.MAX_SAFE_INTEGER : Math.max(0, capacity - places_taken);
}

/** As people see it; null: no limit. */
export function placesLeft(places: Places): number | null {
  return places.capacity === null ? null : freePlaces(places);
}
