import fc from 'fast-check';
import { expect, test } from 'vitest';
import { childrenNamed } from './children-named.ts';

test('a name is found however it is spaced', () => {
  const names = ['李小明', '王芳'];
  expect(childrenNamed('李小明读得最好。', names)).toEqual(['李小明']);
  expect(childrenNamed('李 小\n明和王　芳', names)).toEqual(['李小明', '王芳']);
  expect(childrenNamed('Tom Li read.', ['tom li'])).toEqual(['tom li']);
  expect(childrenNamed('李老师带着一个孩子。', names)).toEqual([]);
});

test('a name of one letter is a word like others, and none is said twice', () => {
  expect(childrenNamed('明天见', ['明'])).toEqual([]);
  expect(childrenNamed('李小明', ['李小明', '李小明'])).toEqual(['李小明']);
});

test('whatever stands around a name, it is found', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (before, after) => {
      expect(childrenNamed(`${before}李小明${after}`, ['李小明'])).toEqual(['李小明']);
    }),
  );
});
