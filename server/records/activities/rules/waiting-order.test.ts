import fc from 'fast-check';
import { expect, test } from 'vitest';
import { goesBefore, reasonsOf, type Standing, waitingRank } from './waiting-order.ts';

const rule = { firstTimersFirst: true, missed: { from: 2, fadesAfterDays: 60 } };
const first: Standing = { isInGroup: true, hadPlace: false, missed: 0 };

test('the host’s group goes first, then who had no place this term, then who did not stay away', () => {
  const inOrder: Standing[] = [
    first,
    { ...first, missed: 2 },
    { ...first, hadPlace: true },
    { ...first, hadPlace: true, missed: 3 },
    { ...first, isInGroup: false },
    { ...first, isInGroup: false, hadPlace: true },
  ];
  const ranks = inOrder.map((one) => waitingRank(one, rule));
  expect(ranks).toEqual(ranks.toSorted((one, other) => one - other));
  expect(new Set(ranks).size).toBe(ranks.length);
});

test('staying away once is forgiven, and where the plan says nothing only the group counts', () => {
  expect(waitingRank({ ...first, missed: 1 }, rule)).toBe(0);
  const silent = { firstTimersFirst: false };
  expect(waitingRank({ isInGroup: true, hadPlace: true, missed: 9 }, silent)).toBe(0);
  expect(waitingRank({ isInGroup: false, hadPlace: true, missed: 9 }, silent)).toBe(4);
});

const standing = fc.record({
  isInGroup: fc.boolean(),
  hadPlace: fc.boolean(),
  missed: fc.nat({ max: 5 }),
});

test('every rank explains itself: who has no reason against them is behind nobody of a better rank', () => {
  fc.assert(
    fc.property(standing, (one) => {
      const rank = waitingRank(one, rule);
      expect(reasonsOf(rank).includes('outside-group')).toBe(!one.isInGroup);
      expect(reasonsOf(rank).includes('had-place')).toBe(one.hadPlace);
      expect(reasonsOf(rank).includes('missed')).toBe(one.missed >= 2);
    }),
  );
});

test('of two who wait exactly one goes before the other, and equals go by arrival', () => {
  const waiting = fc.record({ waiting_rank: fc.nat({ max: 7 }), queue_number: fc.nat() });
  fc.assert(
    fc.property(waiting, waiting, (one, other) => {
      fc.pre(one.queue_number !== other.queue_number);
      expect(goesBefore(one, other)).toBe(!goesBefore(other, one));
      if (one.waiting_rank === other.waiting_rank) {
        expect(goesBefore(one, other)).toBe(one.queue_number < other.queue_number);
      }
    }),
  );
});
