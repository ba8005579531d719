import { describe, expect, it } from 'vitest';
import { dayAfter, dayOfInstant, mondayOf } from './weeks.ts';

describe('weeks of the calendar', () => {
  it('begin on Monday, and a Sunday belongs to the week before', () => {
    expect(mondayOf('2026-10-18')).toBe('2026-10-12');
    expect(mondayOf('2026-10-19')).toBe('2026-10-19');
  });

  it('cross months and years', () => {
    expect(mondayOf('2027-01-01')).toBe('2026-12-28');
    expect(dayAfter('2026-12-28', 7)).toBe('2027-01-04');
  });

  it('count a late evening in China to the day it is there', () => {
    expect(dayOfInstant('2026-10-18T16:30:00Z')).toBe('2026-10-19');
  });

  it('are this week when the address says nonsense', () => {
    expect(mondayOf('soon')).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });
});
