import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anomalyStateTable } from '../states.ts';
import { busiestStretch, familiesOf, minutesTooMany } from './anomalies-in.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 9, 18) + minute * 60_000);
const stretch = (from: number, until: number, minutes = until - from) => ({
  ...{ from_at: at(from), until_at: at(until), minutes },
});

describe('two presences of one person', () => {
  test.each([
    ['one after the other', stretch(0, 90), stretch(90, 180), 0],
    ['at the same time', stretch(0, 90), stretch(0, 90), 90],
    ['that overlap by half an hour', stretch(0, 90), stretch(60, 150), 30],
    ['of which one was corrected, so that both fit', stretch(0, 90), stretch(60, 150, 60), 0],
    ['of which one counts more than they stayed', stretch(0, 10, 90), stretch(10, 100), 0],
  ])('%s', (_, one, other, minutes) => {
    expect(minutesTooMany(one, other)).toBe(minutes);
    expect(minutesTooMany(other, one)).toBe(minutes);
  });

  test('never have more minutes too many than either has', () => {
    const any = fc.record({ from: fc.nat(600), length: fc.nat(300), minutes: fc.nat(300) });
    const of = ({ from, length, minutes }: { from: number; length: number; minutes: number }) =>
      stretch(from, from + length, minutes);
    fc.assert(
      fc.property(any, any, (one, other) => {
        const many = minutesTooMany(of(one), of(other));
        expect(many).toBeGreaterThanOrEqual(0);
        expect(many).toBeLessThanOrEqual(Math.min(one.minutes, other.minutes));
      }),
    );
  });
});

test('carers with a child in common are one family, also by way of a third', () => {
  const family = familiesOf(
    ['mother', 'father', 'grandmother', 'neighbour'],
    [
      { carer: 'mother', student: 'elder' },
      { carer: 'father', student: 'elder' },
      { carer: 'father', student: 'younger' },
      { carer: 'grandmother', student: 'younger' },
      { carer: 'neighbour', student: 'other' },
    ],
  );
  expect(family.get('mother')).toBe(family.get('grandmother'));
  expect(new Set(family.values()).size).toBe(2);
});

test('of a phone the busiest days count, not all that it ever did', () => {
  const DAY = 24 * 60;
  const uses = [0, 1, 20, 21, 22, 40].map((day) => ({ carer_id: `${day}`, at: at(day * DAY) }));
  const { families, uses: within } = busiestStretch(uses, new Map(), 7);
  expect(families).toBe(3);
  expect(within.map(({ carer_id }) => carer_id)).toEqual(['20', '21', '22']);
});

test('only what is open is left by a finding, and what somebody found stands', () => {
  for (const [state, { next }] of Object.entries(anomalyStateTable)) {
    expect(next.explained !== undefined).toBe(state === 'open');
  }
  expect(anomalyStateTable.explained.next).toEqual({});
});
