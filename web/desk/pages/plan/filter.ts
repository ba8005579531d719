import type { ClauseDuty, ClauseOnPage } from '../../../shared/api-types.gen.ts';

export const shows = ['all', 'behind', 'unrecorded', 'done'] as const;
export type Show = (typeof shows)[number];

const states: Record<Exclude<Show, 'all'>, readonly string[]> = {
  behind: ['late', 'amber'],
  unrecorded: ['unrecorded'],
  done: ['done', 'done-late', 'excused'],
};

/** The clauses that hold a word and have duties of a standing, with the chapters that lead to them. */
export function narrowed(
  clauses: readonly ClauseOnPage[],
  { show, q }: { readonly show: string; readonly q: string },
): ClauseOnPage[] {
  const wanted = shows.find((one) => one === show) ?? 'all';
  const isWanted = ({ now }: ClauseDuty) =>
    wanted === 'all' || states[wanted].includes(now?.cell.state ?? '');
  const word = q.trim().toLocaleLowerCase();
  const own = clauses
    .filter((clause) => wanted === 'all' || clause.duties.some(isWanted))
    .filter((clause) => word === '' || textOf(clause).includes(word));
  const kept = new Set(own.map(({ id }) => id));
  const parents = new Map(clauses.map(({ id, parent }) => [id, parent]));
  for (const { id } of own) {
    for (let up = parents.get(id); up; up = parents.get(up)) kept.add(up);
  }
  return clauses
    .filter(({ id }) => kept.has(id))
    .map((clause) => ({ ...clause, duties: clause.duties.filter(isWanted) }));
}

function textOf({ id, title, summary, duties }: ClauseOnPage): string {
  const words = [title, summary, ...duties.map((duty) => duty.title)];
  return [id, ...words.flatMap(({ zh, en }) => [zh, en])].join('\n').toLocaleLowerCase();
}
