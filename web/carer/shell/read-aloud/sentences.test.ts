import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sentencesOf } from './sentences.ts';

test('a page is read in its order, line by line, without what only the eye sees', () => {
  expect(sentencesOf('活动详情\n\n  今天 14:00\u2060–\u206015:30\n报告厅\n')).toEqual([
    '活动详情',
    '今天 14:00–15:30',
    '报告厅',
  ]);
});

test('a long text is broken behind a sign', () => {
  const [first, second] = [`${'一'.repeat(60)}。`, `${'二'.repeat(60)}。`];
  expect(sentencesOf(`${first}${second}`)).toEqual([first, second]);
  expect(sentencesOf('短。也短。')).toEqual(['短。也短。']);
});

test('nothing that is written goes unsaid', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...'家长。！ab.;\n '), maxLength: 300 }),
      (text) => {
        const letters = (of: string) => of.replaceAll(/[\s]/g, '');
        expect(letters(sentencesOf(text).join(''))).toBe(letters(text));
      },
    ),
  );
});
