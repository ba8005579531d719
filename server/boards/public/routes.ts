import {
  admissionUseOn,
  certificateRulesOn,
  dateInShanghai,
  type Plan,
  ruleVersionOn,
} from '../../plan/index.ts';
import type { App } from '../../platform/index.ts';
import { PublicPlan } from './shapes.ts';

export function publicBoardRoutes(app: App): void {
  app.get(
    '/api/v1/public/plan',
    {
      config: { access: 'public' },
      schema: { summary: 'The plan, for anyone to read', response: { 200: PublicPlan } },
    },
    (request) => planOn(request.district.plan, dateInShanghai(request.call.at)),
  );
}

/** The plan as it holds on a day. */
function planOn(plan: Plan, day: string): PublicPlan {
  const { use, legalBasis, appealAddress } = admissionUseOn(plan, day);
  const { phone = null, email = null, address, hours = null } = plan.contact;
  return {
    name: plan.name,
    district_name: plan.districtName,
    office: plan.office,
    version: plan.version,
    contact: { phone, email, address, hours },
    clauses: plan.clauses.map(({ id, parent = null, title, summary }) => ({
      id,
      parent,
      title,
      summary,
    })),
    stages: plan.stages.map(({ id, part, name, summary }) => ({ id, part, name, summary })),
    point_rules: plan.pointRules.flatMap((rule) => {
      const version = ruleVersionOn(rule, day);
      return version ? [ruleShown(rule, version)] : [];
    }),
    certificates: certificateRulesOn(plan, day).map((rule) => ({
      id: rule.id,
      name: rule.name,
      description: rule.description,
      criteria: rule.criteria,
      threshold: rule.threshold,
      valid_months: rule.validMonths,
    })),
    admission_use: { use, legal_basis: legalBasis, appeal_address: appealAddress },
  };
}

function ruleShown(
  { id, title, clause }: Plan['pointRules'][number],
  { per, amount, caps, effectiveFrom }: Plan['pointRules'][number]['versions'][number],
): PublicPlan['point_rules'][number] {
  const { day: cap_day = null, term: cap_term = null } = caps;
  return { id, title, clause, per, amount, cap_day, cap_term, since: effectiveFrom };
}
