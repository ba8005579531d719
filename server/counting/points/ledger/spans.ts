/**
 * Which hashes a proof consists of, as stretches of leaves: where they come from (memory, a database) is another's
 * business.
 */

/** The leaves from `from` up to and without `to`. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A whole subtree: the leaves [index · 2^height, (index + 1) · 2^height). */
export interface Subtree {
  readonly height: number;
  readonly index: number;
}

/** RFC 6962, 2.1.1: what is joined to leaf `index`, from the leaf upwards. Throws a RangeError on no such leaf. */
export function inclusionSpans(index: number, size: number): Span[] {
  if (!(Number.isSafeInteger(index) && index >= 0 && index < size)) {
    throw new RangeError(`Leaf ${index} is not among the first ${size}.`);
  }
  return descend(size, ({ from, to }) => to - from > 1, index).spans;
}

/** RFC 6962, 2.1.2: what shows that `earlier` leaves are the beginning of `later`. Throws a RangeError if not. */
export function consistencySpans(earlier: number, later: number): Span[] {
  if (!(Number.isSafeInteger(earlier) && earlier >= 1 && earlier <= later)) {
    throw new RangeError(`A tree of ${later} leaves has no earlier tree of ${earlier}.`);
  }
  const { spans, last } = descend(later, ({ to }) => to > earlier, earlier - 1);
  // The earlier tree's own root is known to the one who asks; any other subtree is not.
  return last.from > 0 ? [last, ...spans] : spans;
}

/** Goes down from the root towards a leaf, leaving the other half aside each time. */
function descend(
  size: number,
  goesOn: (span: Span) => boolean,
  leaf: number,
): { spans: Span[]; last: Span } {
  const spans: Span[] = [];
  let last: Span = { from: 0, to: size };
  while (goesOn(last)) {
    const middle = last.from + splitOf(last.to - last.from);
    const [left, right] = [
      { from: last.from, to: middle },
      { from: middle, to: last.to },
    ];
    const isLeft = leaf < middle;
    spans.push(isLeft ? right : left);
    last = isLeft ? left : right;
  }
  return { spans: spans.reverse(), last };
}

/** The whole subtrees that make up a stretch, from left to right. */
export function subtreesOf({ from, to }: Span): Subtree[] {
  const subtrees: Subtree[] = [];
  for (let start = from; start < to; ) {
    let height = 0;
    while (start % 2 ** (height + 1) === 0 && start + 2 ** (height + 1) <= to) height += 1;
    subtrees.push({ height, index: start / 2 ** height });
    start += 2 ** height;
  }
  return subtrees;
}

/** The largest power of two below `size` (RFC 6962's k); `size` is at least 2. */
export function splitOf(size: number): number {
  let split = 1;
  while (split * 2 < size) split *= 2;
  return split;
}
