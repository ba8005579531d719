import {
  admissionUseOn,
  certificateRulesOn,
  dateInShanghai,
  type Lowered,
  notesOfDays,
  type Plan,
  ruleVersionOn,
} from '../../plan/index.ts';
import { type App, BadRequest } from '../../platform/index.ts';
import { categoryShown } from '../category-shown.ts';
import { MOST_DAYS_ASKED, PublicDays, PublicDaysQuery, PublicPlan } from './shapes.ts';

export function publicBoardRoutes(app: App): void {
  app.get(
    '/api/v1/public/plan',
    {
      config: { access: 'public' },
      schema: { summary: 'The plan, for anyone to read', response: { 200: PublicPlan } },
    },
    (request) => planOn(request.district.plan, dateInShanghai(request.call.at)),
  );
  app.get(
    '/api/v1/public/days',
    {
      config: { access: 'public' },
      schema: {
        summary: 'Holidays, make-up days and festivals of the plan, and its terms',
        querystring: PublicDaysQuery,
        response: { 200: PublicDays },
      },
    },
    ({ district, query }) => daysBetween(district.plan, query),
  );
}

const DAY_MILLISECONDS = 86_400_000;

function daysBetween(plan: Plan, { from, to }: PublicDaysQuery): PublicDays {
  if (Date.parse(to) - Date.parse(from) > MOST_DAYS_ASKED * DAY_MILLISECONDS) {
    const reason = {
      zh: `一次最多问 ${MOST_DAYS_ASKED} 天`,
      en: `At most ${MOST_DAYS_ASKED} days at once`,
    };
    throw BadRequest({ fields: [{ field: 'to', reason }] });
  }
  return {
    items: notesOfDays(plan, from, to).map(({ day, off, makesUpFor, festivals }) => ({
      day,
      off,
      makes_up_for: makesUpFor,
      festivals: [...festivals],
    })),
    holidays_published_until: plan.daysOff.publishedUntil ?? null,
    terms: plan.terms
      .filter(({ endsOn, beginsOn }) => endsOn >= from && beginsOn <= to)
      .map(({ id, name, beginsOn, endsOn }) => ({
        id,
        name,
        begins_on: beginsOn,
        ends_on: endsOn,
      })),
  };
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
      return version ? [ruleShown(plan, rule, version, day)] : [];
    }),
    certificates: certificateRulesOn(plan, day).map((rule) => ({
      id: rule.id,
      name: rule.name,
      description: rule.description,
      criteria: rule.criteria,
      threshold: rule.threshold,
      counted: rule.counts.carers,
      each: rule.counts.each,
      lowered: rule.lowered ? loweredShown(rule.lowered) : null,
      valid_months: rule.validMonths,
    })),
    admission_use: { use, legal_basis: legalBasis, appeal_address: appealAddress },
  };
}

function loweredShown({ movedIn, leave, disability, atLeast }: Lowered) {
  return {
    moved_in_months: movedIn?.months ?? null,
    moved_in_after: movedIn?.after ?? null,
    leave_percent: leave?.percentAMonth ?? null,
    disability_percent: disability?.percent ?? null,
    at_least_percent: atLeast,
  };
}

function ruleShown(
  plan: Plan,
  { id, title, clause }: Plan['pointRules'][number],
  { per, amount, caps, tiers, effectiveFrom }: Plan['pointRules'][number]['versions'][number],
  day: string,
): PublicPlan['point_rules'][number] {
  const { day: cap_day = null, month: cap_month = null, term: cap_term = null } = caps;
  return {
    ...{ id, title, clause, per, amount, cap_day, cap_month, cap_term, since: effectiveFrom },
    tiers: tiers.map(({ above, percent }) => ({ above, percent })),
    category: categoryShown(plan, id, day),
  };
}
