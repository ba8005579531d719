import { expect, test } from 'vitest';
import { bodyNames } from './body-names.ts';

const places = new Map([['school', '第一小学']]);
const kind = { zh: '家长委员会', en: 'Parent committee' };
const bodies = [{ body: 'one', place: 'school' }];

test('A body is called by its kind and its place, in the words of the reader', () => {
  const inEnglish = bodyNames({ bodies, kind, places, language: 'en' });
  expect(inEnglish.get('one')).toBe('Parent committee, 第一小学');
});

test('where the plan has no word for a kind, by its place', () => {
  expect(bodyNames({ bodies, kind: undefined, places, language: 'zh' }).get('one')).toBe(
    '第一小学',
  );
});
