import type { Topic } from '../tables.ts';

/** One topic over many salons, by its words. */
export interface WantedTopic {
  readonly title: string;
  /** How often carers wanted it. */
  readonly wanted: number;
  /** How many salons listed it. */
  readonly salons: number;
  /** … and talked about it. */
  readonly talked: number;
}

/** What families care about: the same words are one topic, the most wanted first. Counts, and nobody's name. Pure. */
export function wantedTopics(topics: readonly Topic[]): WantedTopic[] {
  const byWords = new Map<string, WantedTopic>();
  for (const { title, wanted, is_talked } of topics) {
    const words = title.trim().replace(/\s+/g, ' ').toLowerCase();
    const sum = byWords.get(words) ?? { title: title.trim(), wanted: 0, salons: 0, talked: 0 };
    byWords.set(words, {
      title: sum.title,
      wanted: sum.wanted + wanted,
      salons: sum.salons + 1,
      talked: sum.talked + (is_talked ? 1 : 0),
    });
  }
  return [...byWords.values()].sort(
    (one, other) =>
      other.wanted - one.wanted ||
      other.salons - one.salons ||
      one.title.localeCompare(other.title, 'zh'),
  );
}
