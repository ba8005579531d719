import type { CountedFact, FactAttributes } from '../../../facts/index.ts';
import type { Plan } from '../../../plan/index.ts';
import { type NewWording, pointsOf, recounted } from '../../points/index.ts';

/** A deed that is counted anew, and what is said of it then. */
export interface Anew {
  readonly fact: CountedFact;
  readonly attributes: FactAttributes;
}

/** Of these facts those that the new wording changes; what was taken back stays so. */
export function countedAnew(
  plan: Plan,
  facts: readonly CountedFact[],
  wording: NewWording,
): Anew[] {
  const gone = new Set(facts.flatMap(({ reverses }) => reverses ?? []));
  return facts.flatMap((fact) => {
    if (gone.has(fact.id)) return [];
    const attributes = recounted(plan, fact, wording);
    return attributes ? [{ fact, attributes }] : [];
  });
}

export interface Line {
  readonly carer_id: string;
  readonly deeds: number;
  readonly before: number;
  readonly after: number;
}

/** Pure: before and after, for every carer whose points the new wording changes. Hundredths of a point. */
export function linesOf(plan: Plan, facts: readonly CountedFact[], wording: NewWording): Line[] {
  const byCarer = Map.groupBy(facts, ({ subject }) => subject);
  return [...byCarer].flatMap(([carer_id, own]) => {
    const anew = new Map(countedAnew(plan, own, wording).map((one) => [one.fact.id, one]));
    if (anew.size === 0) return [];
    const then = own.map((fact) => ({ ...fact, ...anew.get(fact.id) }));
    const [before, after] = [pointsOf(plan, own), pointsOf(plan, then)];
    return before === after ? [] : [{ carer_id, deeds: anew.size, before, after }];
  });
}
