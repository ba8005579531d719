interface Arrow {
  readonly from: string;
  readonly to: string;
}

/** One cycle for each knot of things that reach each other, as the path that comes back to its beginning. */
export function findCycles(arrows: readonly Arrow[]): string[][] {
  const next = new Map<string, string[]>();
  for (const { from, to } of arrows) next.set(from, [...(next.get(from) ?? []), to]);
  const cycles: string[][] = [];
  const done = new Set<string>();
  for (const start of next.keys()) {
    if (done.has(start)) continue;
    const path = wayBack(start, next);
    if (!path) continue;
    cycles.push(path);
    for (const member of path) done.add(member);
  }
  return cycles;
}

/** The shortest way from a thing back to itself, by breadth. */
function wayBack(
  start: string,
  next: ReadonlyMap<string, readonly string[]>,
): string[] | undefined {
  const cameFrom = new Map<string, string>();
  const queue = [start];
  for (const here of queue) {
    for (const there of next.get(here) ?? []) {
      if (there === start) return [...pathTo(here, start, cameFrom), start];
      if (cameFrom.has(there)) continue;
      cameFrom.set(there, here);
      queue.push(there);
    }
  }
  return undefined;
}

function pathTo(end: string, start: string, cameFrom: ReadonlyMap<string, string>): string[] {
  const path = [end];
  for (let here = end; here !== start; ) {
    here = cameFrom.get(here) ?? start;
    path.unshift(here);
  }
  return path;
}
