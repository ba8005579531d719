import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ConsentDecision, consentOf } from './consent.ts';

const day = (number: number) => new Date(Date.UTC(2026, 9, number));
const decision = (carer: string, is_given: boolean, on: number): ConsentDecision => ({
  student: 'child',
  carer,
  purpose: 'album',
  is_given,
  decided_at: day(on),
});
const both = ['mother', 'father'];

describe('consent for a picture', () => {
  test('is not there while nobody has answered', () => {
    expect(consentOf([], both)).toBe('unasked');
  });

  test('is given by one carer, and refused by one, whatever the other says', () => {
    expect(consentOf([decision('mother', true, 1)], both)).toBe('given');
    const contested = [decision('mother', true, 2), decision('father', false, 1)];
    expect(consentOf(contested, both)).toBe('refused');
  });

  test('is what each said last', () => {
    const withdrawn = [decision('mother', true, 1), decision('mother', false, 2)];
    expect(consentOf(withdrawn, both)).toBe('refused');
    expect(consentOf([...withdrawn, decision('mother', true, 3)], both)).toBe('given');
  });

  test('counts nothing of who is no carer any more', () => {
    expect(consentOf([decision('father', false, 1)], ['mother'])).toBe('unasked');
    const left = [decision('father', false, 2), decision('mother', true, 1)];
    expect(consentOf(left, ['mother'])).toBe('given');
  });

  test('never grows by a no, and does not care in which order it is told', () => {
    const decisions = fc.array(
      fc.record({
        carer: fc.constantFrom(...both, 'stranger'),
        is_given: fc.boolean(),
        on: fc.integer({ min: 1, max: 20 }),
      }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(decisions, fc.constantFrom(...both), (told, who) => {
        // Of two words of one carer on one instant none is the newer: such a pair is not drawn.
        const once = [...new Map(told.map((one) => [`${one.carer} ${one.on}`, one])).values()];
        const made = once.map(({ carer, is_given, on }) => decision(carer, is_given, on));
        expect(consentOf(made.toReversed(), both)).toBe(consentOf(made, both));
        expect(consentOf([...made, decision(who, false, 21)], both)).toBe('refused');
      }),
    );
  });
});
