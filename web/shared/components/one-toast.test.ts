import { expect, test } from 'vitest';
import { oneToast, type Toast } from './one-toast.ts';

const saved: Toast = { text: '已存好 1 份草稿' };
const published: Toast = { text: '已发布，家长现在就能报名' };

test('a later word takes the place of an earlier one', () => {
  expect(oneToast(saved, { said: published })).toBe(published);
});

test('a word goes when its time is over', () => {
  expect(oneToast(saved, { ended: saved })).toBeUndefined();
});

test('an earlier word whose time runs out leaves the later one standing', () => {
  expect(oneToast(published, { ended: saved })).toBe(published);
});

test('the same words said again are another word', () => {
  const again: Toast = { ...saved };
  expect(oneToast(again, { ended: saved })).toBe(again);
});
