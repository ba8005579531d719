import {
  type CertificateRule,
  categoryVersionOn,
  certificateRulesOn,
  type Plan,
  ruleVersionOn,
} from '../../../plan/index.ts';

/** A plan in the wording of one day, as if that had held from the plan's first day on. */
export interface FrozenPlan {
  readonly plan: Plan;
  /** The first certificate in force on that day. */
  readonly certificate: CertificateRule | undefined;
}

export function frozenOn(plan: Plan, day: string): FrozenPlan {
  const { effectiveFrom } = plan;
  const [certificate] = certificateRulesOn(plan, day);
  return {
    plan: {
      ...plan,
      pointRules: plan.pointRules.flatMap((rule) => {
        const version = ruleVersionOn(rule, day);
        return version ? [{ ...rule, versions: [always(version, effectiveFrom)] }] : [];
      }),
      pointCategories: plan.pointCategories.flatMap((category) => {
        const version = categoryVersionOn(category, day);
        return version ? [{ ...category, versions: [always(version, effectiveFrom)] }] : [];
      }),
    },
    certificate,
  };
}

function always<Version extends { readonly effectiveUntil?: string }>(
  { effectiveUntil: _, ...version }: Version,
  effectiveFrom: string,
) {
  return { ...version, effectiveFrom };
}

/** The day on which the last of a plan's rules begins, or `today` if all have begun. */
export function lastBeginning({ pointRules, pointCategories, certificates }: Plan, today: string) {
  const days = [...pointRules, ...pointCategories, ...certificates].flatMap(({ versions }) =>
    versions.map(({ effectiveFrom }) => effectiveFrom),
  );
  return [...days, today].toSorted().at(-1) ?? today;
}
