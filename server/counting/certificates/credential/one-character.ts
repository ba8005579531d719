/** For tests that change one character of a credential: the paths of its texts, and the change itself. */

export type Path = readonly (string | number)[];

/** Paths of everything that is said inside a JSON value: texts, numbers, yes and no. */
export function leavesOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, member]) => leavesOf(member, [...path, key]));
}

/** A copy in which the leaf at `path` says the least thing else: its last character, or the contrary. */
export function changeLeaf<Value extends object>(value: Value, path: Path): Value {
  const copy = structuredClone(value);
  const last = path.at(-1) ?? '';
  const holder = path
    .slice(0, -1)
    .reduce<unknown>((at, key) => (at as Record<string | number, unknown>)[key], copy) as Record<
    string | number,
    unknown
  >;
  const said = holder[last];
  if (typeof said === 'boolean') holder[last] = !said;
  else if (typeof said === 'string') holder[last] = said.replace(LAST_BUT_A_ZONE, otherThan);
  else throw new TypeError(`No text and no yes or no at ${path.join('.')}.`);
  return copy;
}

// Of an instant the last digit, not the Z after it.
const LAST_BUT_A_ZONE = /\d(?=Z$)|.$/u;

/** Of the same sort, so that the shape does not see it: a digit for a digit, a letter for a letter. */
function otherThan(character: string): string {
  if (/\d/.test(character)) return character === '1' ? '2' : '1';
  return character === 'a' ? 'b' : 'a';
}

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
