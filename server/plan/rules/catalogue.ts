import type { Words } from '../../platform/index.ts';
import type {
  ActivityKind,
  Clause,
  CurriculumStage,
  FactKind,
  Plan,
  PointCategory,
  PointRule,
} from '../plan.ts';

const kindsOfPlan = new WeakMap<Plan, ReadonlyMap<string, ActivityKind>>();

/** A kind of activity by its id; undefined when the plan has none. Asked of every check-in, so looked up. */
export function activityKind(plan: Plan, id: string): ActivityKind | undefined {
  const kinds = kindsOfPlan.get(plan) ?? new Map(plan.activityKinds.map((kind) => [kind.id, kind]));
  kindsOfPlan.set(plan, kinds);
  return kinds.get(id);
}

/** A clause by its id, such as `2.3.3`. */
export function clauseOf(plan: Plan, id: string): Clause | undefined {
  return plan.clauses.find((clause) => clause.id === id);
}

/** A kind of fact by its id, such as `activity.attended`. */
export function factKind(plan: Plan, id: string): FactKind | undefined {
  return plan.factKinds.find((kind) => kind.id === id);
}

/** What a value of a fact is called, such as the `body` `parent-committee` of `body.formed`. */
export function nameOfChoice(
  plan: Plan,
  fact: string,
  [attribute, value]: readonly [attribute: string, value: string],
): Words | undefined {
  return factKind(plan, fact)
    ?.attributes.find(({ id }) => id === attribute)
    ?.choices.find(({ id }) => id === value)?.name;
}

/** A curriculum stage by its id. */
export function curriculumStage(plan: Plan, id: string): CurriculumStage | undefined {
  return plan.stages.find((stage) => stage.id === id);
}

/** The category that a rule is in, by the rule's id. */
export function categoryOf(plan: Plan, rule: string): PointCategory | undefined {
  return plan.pointCategories.find(({ rules }) => rules.includes(rule));
}

/** A point rule by its id, as ledger entries name it. */
export function pointRule(plan: Plan, id: string): PointRule | undefined {
  return plan.pointRules.find((rule) => rule.id === id);
}
