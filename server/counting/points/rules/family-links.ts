import type { CountedFact } from '../../../facts/index.ts';
import { dateInShanghai } from '../../../plan/index.ts';

/** A carer's points count for a child from the fact `family.linked` until `family.unlinked`. */
export interface FamilyLink {
  readonly student: string;
  readonly carer: string;
  /** +1 or −1; the sum says whether the link holds, in whatever order the facts came. */
  readonly change: number;
}

export function familyLinksOf(fact: CountedFact): FamilyLink[] {
  const student = fact.attributes.student;
  if (typeof student !== 'string') return [];
  if (fact.kind === 'family.linked') {
    return [{ student, carer: fact.subject, change: fact.quantity }];
  }
  if (fact.kind === 'family.unlinked') {
    return [{ student, carer: fact.subject, change: -fact.quantity }];
  }
  return [];
}

/** A child joined a class of the district on that day, from the fact `student.enrolled`. */
export interface Arrival {
  readonly student: string;
  /** In Shanghai. */
  readonly day: string;
  /** +1, or −1 for what was taken back. */
  readonly change: number;
}

export function arrivalsOf({ kind, subject, at, quantity }: CountedFact): Arrival[] {
  if (kind !== 'student.enrolled') return [];
  return [{ student: subject, day: dateInShanghai(at), change: quantity }];
}
