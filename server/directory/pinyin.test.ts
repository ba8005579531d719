import { expect, test } from 'vitest';
import { pinyinOf, pinyinOfPerson } from './pinyin.ts';

test('a name is found by its sound and its initials', () => {
  expect(pinyinOf('张伟')).toBe('zhangwei zw');
  expect(pinyinOfPerson('张伟')).toBe('zhangwei zw');
  expect(pinyinOfPerson('欧阳锋')).toBe('ouyangfeng oyf');
});

test('a surname is read as a surname, and found by the other reading too', () => {
  expect(pinyinOfPerson('曾睿')).toBe('zengrui zr cengrui cr');
  expect(pinyinOfPerson('单一诺')).toBe('shanyinuo syn danyinuo dyn');
});
