import type { Plan } from '../../plan/index.ts';
import type { ReadTransaction } from '../../platform/index.ts';
import type { ExcusedHolder } from './states.ts';

/** A task as an excuse sees it; or all of a duty and period at a place. */
export interface ExcusedTask {
  readonly kind: ExcusedHolder;
  /** All at the place, and not the place's own. */
  readonly isAll: boolean;
  readonly place: string;
  readonly dueOn: string | null;
  readonly standing: 'open' | 'done' | 'excused';
}

/** Duties are counted, and this room knows records only: whoever registers its routes tells of them. */
export interface ExcusesOptions {
  taskOf(
    transaction: ReadTransaction,
    plan: Plan,
    task: { readonly duty: string; readonly period: string; readonly holder: string },
  ): Promise<ExcusedTask | undefined>;
}
