import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Compared, Fairness, LEAST_SHOWN } from './fairness.ts';

const family = (group: string, before: number, after: number, asked = 10): Compared => ({
  before: { counted: before, reached: before >= asked },
  after: { counted: after, reached: after >= asked },
  groups: { by: group },
});

function tableOf(families: readonly Compared[]) {
  const fairness = new Fairness(['by']);
  for (const one of families) fairness.add(one);
  return fairness.table();
}

test('counts who gains, who loses, who crosses the score, and how far a group stands from the rest', () => {
  const few = Array.from({ length: 6 }, () => family('few', 8, 12));
  const many = Array.from({ length: 4 }, () => family('many', 12, 12));
  const losing = Array.from({ length: 4 }, () => family('many', 12, 9));
  const { all, dimensions } = tableOf([...few, ...many, ...losing]);
  expect(all).toMatchObject({ families: 14, gain: 6, lose: 4, up: 6, down: 4 });
  expect(all).toMatchObject({ share_before: 5714, share_after: 7143, gap_before: 0 });
  expect(dimensions[0]?.groups).toMatchObject([
    { key: 'few', share_before: 0, share_after: 10_000, gap_before: -10_000, gap_after: 5000 },
    { key: 'many', share_before: 10_000, share_after: 5000, median_before: 12, median_after: 9 },
  ]);
});

test('shows no group of fewer than five, nor one from which they could be worked out', () => {
  const size = (group: string, many: number) =>
    Array.from({ length: many }, () => family(group, 1, 1));
  const keysOf = (families: readonly Compared[]) =>
    tableOf(families).dimensions[0]?.groups.map(({ key }) => key);
  expect(keysOf([...size('a', 4), ...size('b', 6), ...size('c', 9)])).toEqual(['c']);
  expect(keysOf([...size('a', 3), ...size('b', 4), ...size('c', 9)])).toEqual(['c']);
  expect(keysOf([...size('a', 5), ...size('b', 6)])).toEqual(['a', 'b']);
  expect(keysOf(size('a', 4))).toEqual([]);
});

test('whatever the groups, what is hidden is nothing, or at least five families, or all', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          group: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
          before: fc.nat(20),
          after: fc.nat(20),
        }),
        { maxLength: 60 },
      ),
      (list) => {
        const { all, dimensions } = tableOf(
          list.map(({ group, before, after }) => family(group, before, after)),
        );
        const [by] = dimensions;
        const shown = by?.groups ?? [];
        const hidden = by?.hidden_families ?? 0;
        expect(shown.reduce((sum, line) => sum + line.families, hidden)).toBe(all.families);
        for (const line of shown) expect(line.families).toBeGreaterThanOrEqual(LEAST_SHOWN);
        expect(hidden === 0 || hidden >= LEAST_SHOWN || shown.length === 0).toBe(true);
      },
    ),
  );
});
