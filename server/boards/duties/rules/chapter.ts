import type { Clause, Plan } from '../../../plan/index.ts';

/** The chapter of the plan that a clause stands in: the uppermost above it. */
export function chapterOf(
  { clauses }: Pick<Plan, 'clauses'>,
  clause: string,
): Pick<Clause, 'id' | 'title'> {
  const own = clauses.find(({ id }) => id === clause);
  if (!own) return { id: clause, title: { zh: '', en: '' } };
  if (own.parent !== undefined) return chapterOf({ clauses }, own.parent);
  return { id: own.id, title: own.title };
}
