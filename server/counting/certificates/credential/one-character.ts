/** For tests that change one character of a credential: the paths of its texts, and the change itself. */

export type Path = readonly (string | number)[];

/** Paths of all strings inside a JSON value. */
export function textLeaves(value: unknown, path: Path = []): Path[] {
  if (typeof value === 'string') return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => textLeaves(member, [...path, key]));
}

/** A copy in which one character of the text at `path` is `other`; undefined when it was that before. */
export function changeOneCharacter<Value extends object>(
  value: Value,
  path: Path,
  place: number,
  other: string,
): Value | undefined {
  const copy = structuredClone(value);
  const last = path.at(-1);
  const parent = path
    .slice(0, -1)
    .reduce<unknown>((at, key) => (at as Record<string | number, unknown>)[key], copy);
  const holder = parent as Record<string | number, string>;
  const characters = [...(holder[last ?? ''] ?? '')];
  if (last === undefined || characters[place % characters.length] === other) return undefined;
  holder[last] = characters.with(place % characters.length, other).join('');
  return copy;
}
