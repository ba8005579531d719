import { expect, test } from 'vitest';
import type { ConsentState } from './consent.ts';
import { missingFor, type SeenPhoto, seenBy } from './visible.ts';

const consents = (album: ConsentState, shown: ConsentState) =>
  new Map([['child', { album, public: shown }]]);
const photo = (over: Partial<SeenPhoto> = {}): SeenPhoto => ({
  state: 'public',
  is_said: true,
  students: ['child'],
  ...over,
});

test('a photo is seen as far as it was put up and as far as the families say now', () => {
  expect(seenBy(photo(), consents('given', 'given'))).toBe('public');
  expect(seenBy(photo(), consents('given', 'refused'))).toBe('album');
  expect(seenBy(photo(), consents('refused', 'given'))).toBe('host');
  expect(seenBy(photo({ state: 'album' }), consents('given', 'given'))).toBe('album');
  expect(seenBy(photo({ state: 'album' }), consents('unasked', 'given'))).toBe('host');
  expect(seenBy(photo({ state: 'kept' }), consents('given', 'given'))).toBe('host');
});

test('a photo of nobody needs no consent, but somebody must have said that it is one', () => {
  expect(seenBy(photo({ students: [] }), new Map())).toBe('public');
  expect(seenBy(photo({ students: [], is_said: false }), new Map())).toBe('host');
});

test('one child without consent is enough', () => {
  const two = photo({ students: ['child', 'other'] });
  expect(missingFor(two, 'album', consents('given', 'given'))).toEqual(['other']);
  expect(seenBy(two, consents('given', 'given'))).toBe('host');
});
