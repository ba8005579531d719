import { expect, test } from 'vitest';
import { copyDays, termEnd } from './copy-days.ts';

/** A Sunday at 00:30 in China, still Saturday by UTC. */
const SUNDAY = '2026-10-17T16:30:00Z';
const before = new Date('2026-10-14T01:00:00Z');

test('the same weekday in China, so many weeks apart', () => {
  expect(copyDays(SUNDAY, { rhythm: 'weekly', count: 3, now: before })).toEqual([
    '2026-10-25',
    '2026-11-01',
    '2026-11-08',
  ]);
  expect(copyDays(SUNDAY, { rhythm: 'fortnightly', count: 2, now: before })).toEqual([
    '2026-11-01',
    '2026-11-15',
  ]);
});

test('last term’s programme goes on after today, in its rhythm', () => {
  const now = new Date('2027-03-03T01:00:00Z');
  expect(copyDays(SUNDAY, { rhythm: 'weekly', count: 2, now })).toEqual([
    '2027-03-07',
    '2027-03-14',
  ]);
  // The beginning itself is over by half an hour: the next is a week later.
  const late = new Date(Date.parse(SUNDAY) + 1_800_000);
  expect(copyDays(SUNDAY, { rhythm: 'weekly', count: 1, now: late })).toEqual(['2026-10-25']);
});

test('until the end of the term, that day included', () => {
  const terms = [
    { begins_on: '2026-09-01', ends_on: '2026-11-08' },
    { begins_on: '2027-02-22', ends_on: '2027-07-09' },
  ];
  const until = termEnd(terms, '2026-10-25');
  expect(until).toBe('2026-11-08');
  expect(copyDays(SUNDAY, { rhythm: 'weekly', count: 30, until, now: before })).toEqual([
    '2026-10-25',
    '2026-11-01',
    '2026-11-08',
  ]);
  // In the holidays the next term is meant.
  expect(termEnd(terms, '2026-12-01')).toBe('2027-07-09');
  expect(termEnd(terms, '2027-08-01')).toBeUndefined();
});
