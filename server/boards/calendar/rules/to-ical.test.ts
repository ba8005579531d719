import fc from 'fast-check';
import ICAL from 'ical.js';
import { sync as nodeIcal } from 'node-ical';
import { expect, test } from 'vitest';
import type { DatedActivity } from '../../../records/activities/index.ts';
import { toICal } from './to-ical.ts';

const activity: DatedActivity = {
  id: '019b2f7e-0000-7000-8000-000000000001',
  kind: 'guidance-lecture',
  state: 'published',
  version: 3,
  host_id: '019b2f7e-0000-7000-8000-000000000002',
  host_kind: 'school',
  host_lineage: [],
  title: '讲座',
  description: '',
  bring: '',
  place: '报告厅',
  online_link: 'https://example.org/secret-room',
  begins_at: new Date('2026-12-31T16:30:00Z'),
  ends_at: new Date('2026-12-31T18:00:00Z'),
  registration_opens_at: null,
  registration_closes_at: null,
  capacity: null,
  places_taken: 0,
  last_queue_number: 0,
  audience: [],
  stages: [],
  is_public: true,
  cancel_reason: null,
  made_by: '019b2f7e-0000-7000-8000-000000000003',
  made_at: new Date('2026-10-01T00:00:00Z'),
  changed_at: new Date('2026-10-02T03:04:05Z'),
  host_name: '第一小学',
  is_waiting: false,
  series_id: null,
  part_of: null,
  has_sessions: false,
  is_listed: true,
  excludes_others: false,
  is_private: false,
  label: '',
  team: '',
  led_by: null,
  deputy_id: null,
  priority_ids: [],
  priority_until: null,
  programme_id: null,
  finished_by: null,
  finished_at: null,
};

const written = (over: Partial<DatedActivity> = {}) =>
  toICal([{ ...activity, ...over }], {
    name: '共育',
    district: 'tianfu',
    link: (id) => `https://example.org/app/activities/${id}`,
    waitingWord: '（候补）',
  });

test('an event past midnight in China is on China’s day, its stamp in UTC, and no link to join is told', () => {
  const text = written();
  expect(text).toContain('\r\nDTSTART;TZID=Asia/Shanghai:20270101T003000\r\n');
  expect(text).toContain('\r\nDTSTAMP:20261002T030405Z\r\n');
  expect(text).toContain('\r\nSEQUENCE:2\r\n');
  expect(text).not.toContain('secret-room');
});

/** What people type: any character but those that steer, and no half of one. */
const typed = fc
  .string({ unit: 'grapheme', maxLength: 200 })
  .map((text) => text.replaceAll(/\p{Cc}/gu, '').trim());

test('whatever a title or a text holds, both parsers read it as it was, from lines of 75 octets', () => {
  fc.assert(
    fc.property(typed, fc.array(typed, { maxLength: 4 }), (title, paragraphs) => {
      const description = paragraphs.join('\n').trim();
      const text = written({ title, description });
      for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThan(76);
      const event = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent');
      expect(event?.getFirstPropertyValue('summary')).toBe(title);
      expect(event?.getFirstPropertyValue('description') ?? '').toBe(description);
      const [other] = Object.values(nodeIcal.parseICS(text)).filter(
        (one) => one?.type === 'VEVENT',
      );
      if (title !== '') expect(other).toMatchObject({ summary: title });
    }),
  );
});
