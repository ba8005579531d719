import { normaliseText } from './rules/normalise-text.ts';

/** One column that a reader knows: its own name, the headers it goes by, whether the file is useless without. */
export interface ColumnSpec<Name extends string> {
  readonly name: Name;
  readonly headers: readonly string[];
  readonly isRequired?: boolean;
}

/** Headers are compared without case, spaces, asterisks and what stands in brackets (`出生日期(必填)*`). */
export function plainHeader(header: string): string {
  return normaliseText(header)
    .replaceAll(/[((][^))]*[))]/g, '')
    .replaceAll(/[\s*_:：]/g, '')
    .toLowerCase();
}

/** Which column stands where; -1 for the absent. The first of two equal headers counts. */
export function placeColumns<Name extends string>(
  headers: readonly string[],
  specs: readonly ColumnSpec<Name>[],
): Record<Name, number> {
  const plain = headers.map(plainHeader);
  const placed = {} as Record<Name, number>;
  for (const { name, headers: known } of specs) {
    const wanted = known.map(plainHeader);
    placed[name] = plain.findIndex((header) => wanted.includes(header));
  }
  return placed;
}

/** How many of the columns these cells name: the row with the most is the header. */
export function countKnown<Name extends string>(
  cells: readonly string[],
  specs: readonly ColumnSpec<Name>[],
): number {
  return Object.values<number>(placeColumns(cells, specs)).filter((index) => index >= 0).length;
}

/** The header most like the missing one, to show to whoever mistyped it; empty when none is near. */
export function nearestHeader(headers: readonly string[], wanted: string): string {
  const target = plainHeader(wanted);
  let nearest = '';
  let best = 0.3;
  for (const header of headers) {
    const likeness = likenessOf(plainHeader(header), target);
    if (likeness > best) {
      best = likeness;
      nearest = header;
    }
  }
  return nearest;
}

/** Share of letters in common (Dice). */
function likenessOf(one: string, other: string): number {
  if (one === '' || other === '') return 0;
  const left = [...other];
  let common = 0;
  for (const letter of one) {
    const at = left.indexOf(letter);
    if (at < 0) continue;
    left.splice(at, 1);
    common += 1;
  }
  return (2 * common) / (one.length + other.length);
}
