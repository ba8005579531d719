import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type EventAsItStands, lacks, whatIsMissing } from './what-is-missing.ts';

/** A Wednesday morning; the event is on Sunday afternoon. */
const NOW = new Date('2026-10-14T01:00:00Z');
const HOUR = 3_600_000;

const event: EventAsItStands = {
  state: 'published',
  begins_at: new Date('2026-10-18T06:00:00Z'),
  ends_at: new Date('2026-10-18T07:30:00Z'),
  description: '和孩子一起读书。',
  bring: '一本书',
  place: '报告厅',
  online_link: null,
  registration_opens_at: null,
  registration_closes_at: null,
  capacity: 40,
  places_taken: 30,
  waiting: 0,
  offered: 0,
  has_places_elsewhere: false,
  has_door: true,
  has_report: false,
  shifts_without_lead: [],
  is_practice: true,
  clashes: [],
};

const codes = (over: Partial<EventAsItStands>, at = NOW) =>
  whatIsMissing({ ...event, ...over }, at).map(({ code }) => code);
const words = (over: Partial<EventAsItStands>, at = NOW) =>
  whatIsMissing({ ...event, ...over }, at).map(({ text }) => text.zh);

test('an event that is well prepared lacks nothing', () => {
  expect(codes({})).toEqual([]);
});

describe('a draft', () => {
  test('is said so a week before, and urgently two days before', () => {
    expect(codes({ state: 'draft' }, new Date('2026-10-10T01:00:00Z'))).toEqual([]);
    expect(words({ state: 'draft' })).toEqual(['还有 4 天，还是草稿']);
    const [late] = whatIsMissing({ ...event, state: 'draft' }, new Date('2026-10-16T01:00:00Z'));
    expect(late).toMatchObject({ code: 'draft', is_urgent: true, mend: 'publish' });
    expect(words({ state: 'draft' }, new Date('2026-10-17T16:30:00Z'))).toEqual([
      '今天就要开始，还是草稿',
    ]);
  });

  test('whose time is over is to be moved or called off', () => {
    expect(codes({ state: 'draft' }, new Date('2026-10-18T06:00:00Z'))).toEqual(['draft-over']);
  });
});

describe('its text', () => {
  test('lacks a description, a list of what to bring, a link', () => {
    expect(codes({ description: ' ', bring: '' })).toEqual(['no-description', 'no-bring-list']);
    expect(codes({ bring: '', is_practice: false })).toEqual([]);
    expect(codes({ place: '线上' })).toEqual(['no-link']);
    expect(codes({ place: '线上', online_link: 'https://example.org' })).toEqual([]);
  });
});

describe('its sign-up', () => {
  test('has nobody, or few, in the week before', () => {
    expect(codes({ places_taken: 0 })).toEqual(['no-sign-ups']);
    expect(codes({ places_taken: 11 })).toEqual(['few-sign-ups']);
    expect(codes({ places_taken: 12 })).toEqual([]);
    expect(codes({ places_taken: 1, capacity: null })).toEqual([]);
    expect(codes({ places_taken: 0 }, new Date('2026-10-10T01:00:00Z'))).toEqual([]);
  });

  test('that opened yesterday is given its time', () => {
    const opened = new Date(NOW.getTime() - 24 * HOUR);
    expect(codes({ places_taken: 0, registration_opens_at: opened })).toEqual([]);
  });

  test('has families waiting while another time has places', () => {
    expect(codes({ waiting: 3 })).toEqual([]);
    expect(words({ waiting: 3, has_places_elsewhere: true })).toEqual([
      '3 户在候补，别的场次还有名额',
    ]);
  });

  test('waits for offers to be accepted, and closes tomorrow', () => {
    expect(words({ offered: 2 })).toEqual(['2 个名额等家长确认']);
    const closes = new Date('2026-10-15T10:00:00Z');
    expect(words({ registration_closes_at: closes })).toEqual(['报名明天截止']);
    expect(codes({ registration_closes_at: new Date('2026-10-16T10:00:00Z') })).toEqual([]);
  });
});

test('three days before, somebody is named for the door', () => {
  expect(codes({ has_door: false })).toEqual([]);
  expect(codes({ has_door: false }, new Date('2026-10-15T01:00:00Z'))).toEqual(['no-door']);
});

test('what the same families are invited to at that time is named', () => {
  expect(words({ clashes: ['家长会'] })).toEqual(['和《家长会》同时，请的是同样的家长']);
  expect(words({ clashes: ['家长会', '运动会'] })[0]).toContain('等 2 个活动');
});

test('an event that is over waits for the host, and one that is finished or called off for nobody', () => {
  const evening = new Date('2026-10-18T12:00:00Z');
  expect(words({ description: '' }, evening)).toEqual(['已经结束，等您确认到场']);
  expect(words({}, new Date('2026-10-21T12:00:00Z'))).toEqual(['结束 3 天了，还没有确认到场']);
  expect(codes({ state: 'finished' }, evening)).toEqual([]);
  expect(codes({ state: 'cancelled', description: '' })).toEqual([]);
});

test('a report is asked for three days after', () => {
  expect(codes({ state: 'finished' }, new Date('2026-10-20T12:00:00Z'))).toEqual([]);
  const later = new Date('2026-10-21T12:00:00Z');
  expect(words({ state: 'finished' }, later)).toEqual(['结束 3 天了，还没有写小结']);
  expect(codes({ state: 'finished', has_report: true }, later)).toEqual([]);
});

test('urgent things come first, each once, and while it runs nobody is bothered', () => {
  fc.assert(
    fc.property(
      fc.record({
        state: fc.constantFrom('draft' as const, 'published' as const),
        description: fc.constantFrom('', '有介绍'),
        place: fc.constantFrom('线上', '操场'),
        places_taken: fc.nat({ max: 40 }),
        waiting: fc.nat({ max: 3 }),
        offered: fc.nat({ max: 3 }),
        has_places_elsewhere: fc.boolean(),
        clashes: fc.constantFrom([], ['家长会']),
      }),
      fc.integer({ min: -30 * 24, max: 30 * 24 }),
      (over, hours) => {
        const at = new Date(event.begins_at.getTime() + hours * HOUR);
        const found = whatIsMissing({ ...event, ...over }, at);
        const urgent = found.map(({ is_urgent }) => is_urgent);
        if (over.state === 'published') expect(urgent).toEqual([...urgent].sort().reverse());
        const each = found.map(({ code }) => code);
        expect(new Set(each).size).toBe(each.length);
        for (const code of each) expect(lacks).toContain(code);
        if (over.state === 'published' && hours === 1) expect(each).toEqual([]);
      },
    ),
  );
});

test('a shift of this week lacks a lead, also of what has begun already', () => {
  const shift = (day: string) => new Date(`${day}T00:00:00Z`);
  const shifts_without_lead = [shift('2026-10-19'), shift('2026-10-20'), shift('2026-12-01')];
  expect(words({ shifts_without_lead })).toEqual(['2 个班次还没有组长']);
  expect(codes({ shifts_without_lead }, new Date('2026-10-18T06:30:00Z'))).toEqual(['no-lead']);
  expect(codes({ shifts_without_lead: [shift('2026-12-01')] })).toEqual([]);
});
