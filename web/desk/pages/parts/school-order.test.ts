import { describe, expect, it } from 'vitest';
import { inSchoolOrder } from './school-order.ts';

const namesInOrder = (...names: string[]) =>
  inSchoolOrder(names.map((name) => ({ name }))).map(({ name }) => name);

describe('the order that schools count in', () => {
  it('puts the second grade before the third and the fifth', () => {
    expect(namesInOrder('三年级', '五年级', '一年级', '二年级')).toEqual([
      '一年级',
      '二年级',
      '三年级',
      '五年级',
    ]);
  });

  it('puts class 2 before class 10', () => {
    expect(namesInOrder('一年级10班', '一年级2班')).toEqual(['一年级2班', '一年级10班']);
  });
});
