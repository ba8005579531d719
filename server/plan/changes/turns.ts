import type { Words } from '../../platform/index.ts';
import type { Effective } from '../clause.ts';
import type { DutyVersion } from '../duty.ts';
import type { Plan } from '../plan.ts';
import { dayAfter } from '../rules/days.ts';
import { askedSayings, dutyVersionSayings } from './of-duties.ts';
import {
  categoryVersionSayings,
  certificateVersionSayings,
  ruleVersionSayings,
} from './of-points.ts';
import { changeBetween } from './over-time.ts';
import { type Saying, statement } from './sayings.ts';

/** A day on which something of a plan becomes another, by the plan's own versions. */
export interface PlanTurn {
  /** The first day on which it holds. */
  readonly on: string;
  readonly what: 'duty' | 'point-rule' | 'point-category' | 'certificate';
  readonly id: string;
  readonly clause: string;
  readonly title: Words;
  /** What was asked before and is asked now: `每学期 1 次改为 2 次`. */
  readonly words: Words;
}

interface Versioned<Version> {
  readonly id: string;
  readonly versions: readonly Version[];
}

/** All that changes within one plan, the latest day first. What holds from the plan's first day is no change. */
export function turnsOf(plan: Plan): PlanTurn[] {
  const { duties, pointRules, pointCategories, certificates } = plan;
  return [
    ...duties.flatMap((duty) => {
      const named: Named = {
        what: 'duty',
        title: duty.title,
        clause: duty.sources[0]?.clause ?? '',
      };
      return turns(plan, duty, dutyVersionSayings, named);
    }),
    ...pointRules.flatMap((rule) =>
      turns(plan, rule, ruleVersionSayings, { what: 'point-rule', ...titled(rule) }),
    ),
    ...pointCategories.flatMap((one) =>
      turns(plan, one, categoryVersionSayings, { what: 'point-category', ...titled(one) }),
    ),
    ...certificates.flatMap((one) => {
      const named: Named = { what: 'certificate', title: one.name, clause: one.clause };
      return turns(plan, one, certificateVersionSayings, named);
    }),
  ].toSorted((one, other) => other.on.localeCompare(one.on));
}

/** What a version of a duty asks, in short: `每学期 2 次`. */
export function askedBy(plan: Plan, version: DutyVersion): Words {
  return statement(askedSayings.map((saying) => saying(version, plan)));
}

type Named = Pick<PlanTurn, 'what' | 'clause' | 'title'>;

function titled({ title, clause }: { readonly title: Words; readonly clause: string }) {
  return { title, clause };
}

function turns<Version extends Effective>(
  plan: Plan,
  { id, versions }: Versioned<Version>,
  sayings: readonly Saying<Version>[],
  named: Named,
): PlanTurn[] {
  const plans = { before: plan, after: plan };
  const began = versions.flatMap((after, index) => {
    if (index === 0 && after.effectiveFrom <= plan.effectiveFrom) return [];
    const words = changeBetween({ before: versions[index - 1], after }, plans, sayings);
    return words ? [{ on: after.effectiveFrom, ...named, id, words }] : [];
  });
  const last = versions.at(-1);
  if (last?.effectiveUntil === undefined) return began;
  const words = changeBetween({ before: last, after: undefined }, plans, sayings);
  return words ? [...began, { on: dayAfter(last.effectiveUntil), ...named, id, words }] : began;
}
