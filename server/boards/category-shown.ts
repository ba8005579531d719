import { categoryOn, type Plan } from '../plan/index.ts';

/** What a rule has in common with others on a day, as every board says it; null where it stands alone. */
export function categoryShown(plan: Plan, rule: string, day: string) {
  const category = categoryOn(plan, rule, day);
  if (!category) return null;
  const { term: cap_term = null, source: cap_source = null } = category.caps;
  return { title: category.title, cap_term, cap_source };
}
