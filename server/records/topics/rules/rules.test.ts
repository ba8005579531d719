import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkTopics, rewordsWanted } from './check-topics.ts';
import { keptTopics } from './kept-topics.ts';

const earlier = fc.array(
  fc.record({
    title: fc.constantFrom('睡前', '手机', '作业', '零花钱', '二孩'),
    wanted: fc.nat({ max: 30 }),
    is_talked: fc.boolean(),
  }),
  { maxLength: 20 },
);

describe('what was left unanswered', () => {
  test('is offered by how many wanted it, the most first', () => {
    const before = [
      { title: '睡前', wanted: 2, is_talked: false },
      { title: '手机', wanted: 9, is_talked: false },
      { title: '作业', wanted: 12, is_talked: true },
    ];
    expect(keptTopics(before, [], 8)).toEqual([
      { title: '手机', wanted: 9 },
      { title: '睡前', wanted: 2 },
    ]);
  });

  test('is each title once, and never what was talked about or stands on the list', () => {
    fc.assert(
      fc.property(earlier, fc.subarray(['睡前', '手机', '作业']), (before, listed) => {
        const kept = keptTopics(
          before,
          listed.map((title) => ({ title })),
          8,
        ).map(({ title }) => title);
        expect(new Set(kept).size).toBe(kept.length);
        for (const title of kept) {
          expect(listed).not.toContain(title);
          const same = before.filter((one) => one.title === title);
          expect(same.length).toBeGreaterThan(0);
          expect(same.some(({ is_talked }) => is_talked)).toBe(false);
        }
      }),
    );
  });
});

describe('a list as the host writes it', () => {
  test('names the line whose title stands twice, or whose id is of no topic', () => {
    const before = [{ id: 'a' }];
    const wrong = checkTopics(
      [{ id: 'a', title: '睡前' }, { title: '睡前' }, { id: 'b', title: '手机' }],
      before,
    );
    expect(wrong.map(({ field }) => field)).toEqual(['topics.1.title', 'topics.2.id']);
    const twice = checkTopics(
      [
        { id: 'a', title: '睡前' },
        { id: 'a', title: '手机' },
      ],
      before,
    );
    expect(twice.map(({ field }) => field)).toEqual(['topics.1.id']);
  });

  test('may not reword what carers want, but may take it off', () => {
    const topic = { id: 'a', title: '睡前', wanted: 1 };
    const before = [topic];
    expect(rewordsWanted([{ id: 'a', title: '手机' }], before)).toBe(true);
    expect(rewordsWanted([{ id: 'a', title: '睡前' }], before)).toBe(false);
    expect(rewordsWanted([], before)).toBe(false);
    expect(rewordsWanted([{ id: 'a', title: '手机' }], [{ ...topic, wanted: 0 }])).toBe(false);
  });
});
