import type { Words } from '../platform/index.ts';
import type { Carrier } from './vocabulary.ts';

/** A numbered part of a plan, in the plan's own words. */
export interface Clause {
  readonly id: string;
  /** The chapter or clause that it belongs to; none for a chapter. */
  readonly parent?: string;
  readonly title: Words;
  readonly summary: Words;
  /** What in the program carries it; empty: nothing yet. */
  readonly carriedBy: readonly Carrier[];
}

export interface Condition {
  readonly attribute: string;
  readonly in: readonly string[];
}

/** A stretch of days on which one wording holds. */
export interface Effective {
  readonly version: number;
  readonly effectiveFrom: string;
  readonly effectiveUntil?: string;
}
