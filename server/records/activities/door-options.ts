import type { Plan } from '../../plan/index.ts';
import type { WriteTransaction } from '../../platform/index.ts';
import type { DeedToCome } from './rules/show-fields.ts';

/** What a deed would earn by the plan, in hundredths of a point, before caps. */
export type WorthOf = (plan: Plan, deed: DeedToCome) => number;

/** Who copied which activity, into which drafts. */
export interface Copied {
  readonly from: string;
  readonly to: readonly string[];
  readonly by: string;
  readonly at: Date;
}

/** Copies what other rooms hold of an activity, in the transaction that copies it. */
export type AlsoCopy = (transaction: WriteTransaction, copied: Copied) => Promise<void>;

/**
 * What the table of contents gives this room: records know nothing of points, but a carer who chooses an
 * activity wants to know what it would give.
 */
export interface ActivitiesOptions {
  readonly worthOf: WorthOf;
  readonly alsoCopy: AlsoCopy;
}
