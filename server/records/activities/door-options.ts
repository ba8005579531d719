import type { Plan } from '../../plan/index.ts';
import type { DeedToCome } from './rules/show-fields.ts';

/** What a deed would earn by the plan, in hundredths of a point, before caps. */
export type WorthOf = (plan: Plan, deed: DeedToCome) => number;

/**
 * What the table of contents gives this room: records know nothing of points, but a carer who chooses an
 * activity wants to know what it would give.
 */
export interface ActivitiesOptions {
  readonly worthOf: WorthOf;
}
