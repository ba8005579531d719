import type { Words } from '../platform/index.ts';
import type { Clause, Condition, Effective } from './clause.ts';
import type { AnsweringRole, HolderKind, SchoolStage } from './vocabulary.ts';

/**
 * What somebody must do, how often and how much: a promise of a clause that can be counted. A duty has a task for each
 * holder in each period.
 */
export interface Duty {
  readonly id: string;
  readonly title: Words;
  readonly whose: DutyHolders;
  /** The post that answers for it, at the holder's organisation or the nearest one above. */
  readonly answers: AnsweringRole;
  readonly counts: DutyCounts;
  /** Facts about the holder that excuse it for the period in which they fall. */
  readonly excusedBy: readonly FactPattern[];
  /** Figures of it may stand on the public page; of children who bear a flag none ever do. */
  readonly isPublic: boolean;
  /** Who asks for it: the plan itself first, then the layers above. */
  readonly sources: readonly DutySource[];
  /** Earliest first, without gap or overlap. */
  readonly versions: readonly DutyVersion[];
}

/** A plan or a layer above it, and its clause. */
export interface DutySource {
  /** Missing: the plan itself. */
  readonly layer?: string;
  readonly clause: string;
}

/** Whom it binds: organisations, bodies or staff who must do it, or students whom it must reach. */
export interface DutyHolders {
  /** One kind, or several kinds of organisation. */
  readonly kinds: readonly HolderKind[];
  /** Missing: of every stage. */
  readonly stages?: readonly SchoolStage[];
  /** Within the stage, from 1; missing: every grade. */
  readonly grades?: readonly number[];
  /** Only students who bear this flag on the due day. */
  readonly flag?: string;
  /** Of bodies: which kind. */
  readonly body?: string;
  /** Of staff: which posts; missing: all. */
  readonly roles?: readonly string[];
}

export interface FactPattern {
  readonly fact: string;
  /** All must hold. */
  readonly when: readonly Condition[];
}

export interface DutyCounts extends FactPattern {
  /** Where the fact names the holder: `subject`, `organisation` or attributes. */
  readonly holder: readonly string[];
  /** Only different values of it count: `subject` or an attribute. */
  readonly distinct?: string;
}

/** How often: in every term and so on, in given months, or on each occasion that a fact tells of. */
export type Every =
  | { readonly kind: 'term' | 'school-year' | 'year' | 'month' }
  | { readonly kind: 'months'; readonly months: readonly number[] }
  | { readonly kind: 'occasion'; readonly after: Occasion };

export interface Occasion extends FactPattern {
  /** The attribute by which what was done belongs to what asked for it. */
  readonly key: string;
  readonly days: number;
  readonly workingDays: boolean;
}

/** A version binds the periods whose last day it is in force on. */
export interface DutyVersion extends Effective {
  /** Whose wording it is: where several bind, the strictest. */
  readonly source: DutySource;
  readonly every: Every;
  /** Facts, or minutes. */
  readonly target: number;
  readonly unit: 'count' | 'minutes';
  /** Percentage of an organisation's tasks that is enough. */
  readonly enough: number;
  readonly amberDays: number;
  readonly redDays: number;
  readonly joinedDaysBefore: number;
}

/** What binds a plan from above: of a country or a province. */
export interface Layer {
  readonly id: string;
  readonly name: Words;
  readonly office: Words;
  readonly effectiveFrom: string;
  readonly clauses: readonly Clause[];
}
