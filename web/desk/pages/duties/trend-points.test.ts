import { describe, expect, test } from 'vitest';
import { percentOf, pointsOf, shareAt } from './trend-points.ts';

const term = {
  period: '2026-2027-1',
  period_name: { zh: '第一学期', en: 'Autumn term' },
  begins_on: '2026-09-01',
  due_on: '2026-12-10',
  ends_on: '2027-02-21',
  tasks: 200,
  weeks: [
    { week: '2026-09-07', done: 50 },
    { week: '2026-10-05', done: 100 },
  ],
};

describe('The line of a duty', () => {
  test('begins at nothing and goes on to today, not farther', () => {
    const points = pointsOf(term, '2026-10-21');
    expect(points[0]).toEqual({ time: 0, share: 0 });
    expect(points.at(-1)).toEqual({ time: 0.5, share: 0.5 });
  });

  test('shows nothing of weeks that were still to come on the day asked for', () => {
    expect(pointsOf(term, '2026-09-21').at(-1)).toEqual({ time: 0.2, share: 0.25 });
  });

  test('of a duty without tasks stays at nothing', () => {
    expect(pointsOf({ ...term, tasks: 0 }, '2026-10-21').at(-1)?.share).toBe(0);
  });

  test('compares with the same part of the period before', () => {
    expect(shareAt(pointsOf(term, '2027-03-01'), 0.2)).toBe(0.25);
  });
});

test('What is not all is never a hundred per cent', () => {
  expect(percentOf(0.9999)).toBe('99%');
  expect(percentOf(1)).toBe('100%');
});
