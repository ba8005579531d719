/**
 * One person's scans in the order in which they happened, each in a turn of its own, everybody's first ones
 * together: a batch decides one scan a person, and entry and exit may come in one upload.
 */
export function inTurns<Scan extends { readonly carer: string; readonly at: Date }>(
  scans: readonly Scan[],
): Scan[][] {
  const turns: Scan[][] = [];
  const taken = new Map<string, number>();
  for (const scan of scans.toSorted((one, other) => one.at.getTime() - other.at.getTime())) {
    const turn = taken.get(scan.carer) ?? 0;
    taken.set(scan.carer, turn + 1);
    const others = turns[turn];
    if (others) others.push(scan);
    else turns.push([scan]);
  }
  return turns;
}
