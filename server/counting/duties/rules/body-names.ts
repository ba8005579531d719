import type { Language, Words } from '../../../platform/index.ts';
import type { BodyAt } from '../store/places.ts';

interface Asked {
  /** Of one kind; those of a place stand together, in the order in which they were formed. */
  readonly bodies: readonly BodyAt[];
  readonly kind: Words | undefined;
  readonly places: ReadonlyMap<string, string>;
  readonly language: Language;
}

/** 「天府一小家长委员会」; where a place has several of a kind, they are numbered as they were formed. */
export function bodyNames({ bodies, kind, places, language }: Asked): Map<string, string> {
  const names = new Map<string, string>();
  for (const [place, those] of Map.groupBy(bodies, (one) => one.place)) {
    const name = bodyName(kind, places.get(place) ?? '', language);
    for (const [index, { body }] of those.entries()) {
      names.set(body, those.length > 1 ? numbered(name, index + 1, language) : name);
    }
  }
  return names;
}

function bodyName(kind: Words | undefined, place: string, language: Language): string {
  if (!kind) return place;
  return language === 'zh' ? `${place}${kind.zh}` : `${kind.en}, ${place}`;
}

function numbered(name: string, number: number, language: Language): string {
  return language === 'zh' ? `${name}（${number}）` : `${name} (${number})`;
}
