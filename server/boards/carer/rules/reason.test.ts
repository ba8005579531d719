import { expect, test } from 'vitest';
import { type EntryFacts, reasonFor } from './reason.ts';

const entry: EntryFacts = {
  sequence: 7,
  amount: 150,
  raw_amount: 150,
  capped: false,
  rule: {
    id: 'guidance-hours',
    title: { zh: '参加家庭教育指导', en: 'Guidance attended' },
    clause: '2.4.1',
    version: 2,
    per: 'hour',
    amount: 100,
    cap_day: 400,
    cap_month: null,
    cap_term: 1600,
    tiers: [],
    category: null,
  },
  counted_on: '2026-10-18',
  posted_at: '2026-10-18T08:00:01.000Z',
  deed: {
    fact_id: '01900000-0000-7000-8000-000000000001',
    kind: 'activity.attended',
    kind_name: { zh: '参加活动', en: 'Activity attended' },
    at: '2026-10-17T18:30:00.000Z',
    quantity: 90,
    unit: 'minutes',
    organisation_name: '麓湖小学',
    activity_title: '陪孩子写作业',
  },
  reversal: null,
  taken_back: false,
};

test('an entry says what, where, when, and by which version of which rule', () => {
  expect(reasonFor(entry)).toEqual({
    zh: '2026年10月18日在麓湖小学参加「陪孩子写作业」，1.5 小时。按「参加家庭教育指导」第 2 版，每小时 1 分，计 1.5 分。',
    en: '“陪孩子写作业” at 麓湖小学 on 2026-10-18, 1.5 hours. By “Guidance attended”, version 2, 1 point per hour: 1.5 points.',
  });
});

test('an entry below its own worth says which limit was reached', () => {
  const { zh } = reasonFor({ ...entry, amount: 50, capped: true });
  expect(zh).toContain('本应 1.5 分，已到每天或每学期上限，计 0.5 分');
});

test('a correction says what no longer counts, why, and how much is taken back', () => {
  const reversal = { reason: '扫错了人' };
  const { zh } = reasonFor({ ...entry, amount: -150, raw_amount: -150, reversal });
  expect(zh).toBe(
    '更正：2026年10月18日在麓湖小学「陪孩子写作业」不再计入（扫错了人），收回 1.5 分。',
  );
});

test('what was held back names every limit that the rule has', () => {
  const category = {
    title: { zh: '参与家校活动', en: 'Taking part' },
    cap_term: 1800,
    cap_source: null,
  };
  const rule = { ...entry.rule, cap_day: null, cap_month: 500, cap_term: null, category };
  const tiers = [{ above: 800, percent: 50 }];
  const { zh, en } = reasonFor({ ...entry, capped: true, amount: 50, rule: { ...rule, tiers } });
  expect(zh).toContain('已到每月或每学期或「参与家校活动」合计上限');
  expect(en).toContain('within the limit of the month or term or “Taking part” together');
});
