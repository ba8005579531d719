import { createSecretKey } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { authorOf } from './author.ts';
import { isTimeToTell, summaryOf } from './summary.ts';

const answer = (stars: number, helped = '', improve = '') => ({ stars, helped, improve });

test('of fewer than five answers the host reads nothing at all', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 4 }), (stars) => {
      const summary = summaryOf(stars.map((many) => answer(many, '好', '晚')));
      expect(summary).toEqual({
        answers: 0,
        average: null,
        stars: [0, 0, 0, 0, 0],
        helped: [],
        improve: [],
      });
      expect(isTimeToTell(stars.length)).toBe(false);
    }),
  );
});

test('five answers are an average and what was written', () => {
  const told = [answer(5, '例子多'), answer(4), answer(4, '', '再短一点'), answer(2), answer(5)];
  expect(summaryOf(told)).toEqual({
    answers: 5,
    average: 4,
    stars: [0, 1, 0, 2, 2],
    helped: ['例子多'],
    improve: ['再短一点'],
  });
  expect(isTimeToTell(told.length)).toBe(true);
});

test('an author is told apart within an event, and by nobody without key and salt', () => {
  const key = createSecretKey(Buffer.alloc(32, 1));
  const salt = Buffer.alloc(16, 2);
  const mine = authorOf(key, { salt, activity: 'a', carer: 'me' });
  expect(authorOf(key, { salt, activity: 'a', carer: 'me' })).toEqual(mine);
  for (const other of [
    authorOf(key, { salt, activity: 'a', carer: 'you' }),
    authorOf(key, { salt, activity: 'b', carer: 'me' }),
    authorOf(key, { salt: Buffer.alloc(16, 3), activity: 'a', carer: 'me' }),
    authorOf(createSecretKey(Buffer.alloc(32, 4)), { salt, activity: 'a', carer: 'me' }),
  ]) {
    expect(other).not.toEqual(mine);
  }
});
