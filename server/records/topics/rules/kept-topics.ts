import type { Topic } from '../tables.ts';

type Earlier = Pick<Topic, 'title' | 'wanted' | 'is_talked'>;

/**
 * What families wanted at earlier salons of the same host and nobody talked about since: each title once, the most
 * wanted first, without what is on the list already.
 */
export function keptTopics(
  earlier: readonly Earlier[],
  listed: readonly { readonly title: string }[],
  most: number,
): { title: string; wanted: number }[] {
  const done = new Set([
    ...earlier.filter(({ is_talked }) => is_talked).map(({ title }) => title),
    ...listed.map(({ title }) => title),
  ]);
  const wanted = new Map<string, number>();
  for (const one of earlier) {
    if (done.has(one.title)) continue;
    wanted.set(one.title, Math.max(one.wanted, wanted.get(one.title) ?? 0));
  }
  return [...wanted]
    .map(([title, count]) => ({ title, wanted: count }))
    .toSorted((one, other) => other.wanted - one.wanted || (one.title < other.title ? -1 : 1))
    .slice(0, most);
}
