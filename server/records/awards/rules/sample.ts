/**
 * Which of a sheet's deeds are reviewed: the plan's share, rounded up, drawn without favour. `draw(n)` gives an integer
 * from 0 to n − 1.
 */
export function sample<One>(
  all: readonly One[],
  percent: number,
  draw: (below: number) => number,
): One[] {
  const count = Math.ceil((all.length * percent) / 100);
  const left = [...all];
  const drawn: One[] = [];
  while (drawn.length < count) drawn.push(...left.splice(draw(left.length), 1));
  return drawn;
}
