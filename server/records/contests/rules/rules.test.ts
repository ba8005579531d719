import { describe, expect, test } from 'vitest';
import { contestStates, contestStateTable } from '../states.ts';
import { mayNotDecide } from './second-person.ts';
import { urgencyOf } from './urgency.ts';

describe('a deadline', () => {
  const at = new Date('2026-10-14T01:00:00Z');
  test.each([
    ['2026-10-17T01:00:00Z', 'calm'],
    ['2026-10-16T01:00:00Z', 'soon'],
    ['2026-10-14T01:00:01Z', 'soon'],
    ['2026-10-14T01:00:00Z', 'late'],
  ])('at %s is %s', (due, urgency) => {
    expect(urgencyOf(new Date(due), at)).toBe(urgency);
  });

  test('that there is none of is calm', () => {
    expect(urgencyOf(null, at)).toBe('calm');
  });
});

describe('who decides', () => {
  const involved = {
    ...{ carer: 'mother', family: ['mother', 'father'] },
    ...{ confirmers: ['teacher'], decidedBefore: ['principal'] },
  };
  test('is nobody of the family, at either level', () => {
    expect(mayNotDecide('mother', 'host', involved)).toBe('own-case');
    expect(mayNotDecide('father', 'district', involved)).toBe('own-case');
  });

  test('may at the host be who confirmed it, at the district neither they nor who decided before', () => {
    expect(mayNotDecide('teacher', 'host', involved)).toBeUndefined();
    expect(mayNotDecide('teacher', 'district', involved)).toBe('second-person');
    expect(mayNotDecide('principal', 'district', involved)).toBe('second-person');
    expect(mayNotDecide('officer', 'district', involved)).toBeUndefined();
  });
});

test('every state leads to an end, and an end leads nowhere', () => {
  for (const state of contestStates) {
    const { with: lies, next } = contestStateTable[state];
    expect(lies === null).toBe(Object.keys(next).length === 0);
  }
});
