import { describe, expect, test } from 'vitest';
import { checkAnswers, checkQuestions, cleanAnswers, type Question } from './check-answers.ts';

const question = (over: Partial<Question>): Question => ({
  id: 'q',
  kind: 'text',
  label: '有什么要我们知道的？',
  choices: [],
  is_required: false,
  ...over,
});
const wrong = (over: Partial<Question>, ...values: string[]) =>
  checkAnswers([question(over)], cleanAnswers([{ question_id: 'q', values }])).length > 0;

describe('an answer', () => {
  test('is asked for where it is required; blanks are none', () => {
    expect(wrong({ is_required: true }, '  ')).toBe(true);
    expect(wrong({ is_required: true }, '没有')).toBe(false);
    expect(wrong({}, '')).toBe(false);
  });

  test('is one of the choices, one or several', () => {
    const choices = ['上午', '下午'];
    expect(wrong({ kind: 'one', choices }, '上午')).toBe(false);
    expect(wrong({ kind: 'one', choices }, '上午', '下午')).toBe(true);
    expect(wrong({ kind: 'many', choices }, '上午', '下午')).toBe(false);
    expect(wrong({ kind: 'many', choices }, '晚上')).toBe(true);
  });

  test('is a small whole number where people are counted', () => {
    expect(wrong({ kind: 'count' }, '3')).toBe(false);
    for (const text of ['-1', '2.5', '三', '999'])
      expect(wrong({ kind: 'count' }, text)).toBe(true);
  });

  test('is short, and to something that was asked, once', () => {
    expect(wrong({}, '长'.repeat(500))).toBe(true);
    expect(checkAnswers([], [{ question_id: 'q', values: ['?'] }])).toHaveLength(1);
    const twice = [
      { question_id: 'q', values: ['a'] },
      { question_id: 'q', values: ['b'] },
    ];
    expect(checkAnswers([question({})], twice)).toHaveLength(1);
  });
});

describe('a question', () => {
  const refused = (over: Partial<Question>) => checkQuestions([question(over)]).length > 0;

  test('asks for no number of an ID or a card', () => {
    for (const label of ['孩子的身份证号', '银行卡', 'Passport number', 'Your ID number']) {
      expect(refused({ label })).toBe(true);
    }
    expect(refused({ label: '有没有食物过敏？' })).toBe(false);
  });

  test('has choices where one chooses, two that differ, and none elsewhere', () => {
    expect(refused({ kind: 'one', choices: ['是', '否'] })).toBe(false);
    expect(refused({ kind: 'one', choices: ['是', '是'] })).toBe(true);
    expect(refused({ kind: 'many', choices: ['是'] })).toBe(true);
    expect(refused({ kind: 'count', choices: ['1', '2'] })).toBe(true);
  });
});
