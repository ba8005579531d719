import { expect, test } from 'vitest';
import type { Attendance } from '../tables.ts';
import { exceptionsOf, type SignedUpHousehold } from './exceptions.ts';

const begins_at = new Date('2026-10-18T06:00:00Z');
const times = { begins_at, ends_at: new Date('2026-10-18T07:30:00Z') };

const household = (carer: string, over: Partial<SignedUpHousehold> = {}): SignedUpHousehold => ({
  registration: `of ${carer}`,
  state: 'registered',
  made_at: new Date('2026-10-14T01:00:00Z'),
  made_by: carer,
  carers: [carer],
  ...over,
});
const attendance = (carer: string, over: Partial<Attendance> = {}): Attendance => ({
  id: `${carer} came`,
  activity_id: 'event',
  carer_id: carer,
  registration_id: `of ${carer}`,
  role: 'attendee',
  entered_at: begins_at,
  entry_method: 'pass',
  entry_by: 'teacher',
  entry_scan_id: null,
  note: null,
  left_at: times.ends_at,
  exit_method: 'pass',
  exit_by: 'teacher',
  exit_scan_id: null,
  minutes: 90,
  version: 1,
  students_present: null,
  ticks_version: 0,
  ...over,
});
const helper = (person_id: string, part: 'speaker' | 'volunteer' | 'door') => ({
  activity_id: 'event',
  person_id,
  part,
  named_by: 'principal',
  named_at: begins_at,
});
const found = (known: Partial<Parameters<typeof exceptionsOf>[1]>) =>
  exceptionsOf(times, { households: [], attendances: [], helpers: [], ...known }).map(
    ({ code, carer }) => `${carer} ${code}`,
  );

test('who signed up, came and stayed is no exception', () => {
  expect(found({ households: [household('陈')], attendances: [attendance('陈')] })).toEqual([]);
});

test('of a household that was not seen at all one person is named; a second carer may stay at home', () => {
  const pair = household('陈', { carers: ['陈', '李'] });
  expect(found({ households: [pair] })).toEqual(['陈 not-seen']);
  expect(found({ households: [pair], attendances: [attendance('李')] })).toEqual([
    '李 not-registered',
  ]);
  const theirs = attendance('李', { registration_id: 'of 陈' });
  expect(found({ households: [pair], attendances: [theirs] })).toEqual([]);
});

test('who waits or gave up is not missed, but named when they came', () => {
  const waiting = household('陈', { state: 'waiting' });
  const gone = household('李', { state: 'cancelled' });
  expect(found({ households: [waiting, gone] })).toEqual([]);
  expect(found({ households: [gone], attendances: [attendance('李')] })).toEqual([
    '李 not-registered',
  ]);
});

test('who was let in at the door is named', () => {
  const late = household('陈', { made_at: begins_at, made_by: 'teacher' });
  const self = household('李', { made_at: begins_at });
  const attendances = [attendance('陈'), attendance('李')];
  expect(found({ households: [late, self], attendances })).toEqual(['陈 not-registered']);
});

test('no exit, a short stay and marks by hand are named, and fall silent once corrected', () => {
  const households = ['陈', '李', '王'].map((carer) => household(carer));
  const attendances = [
    attendance('陈', { entry_method: 'staff' }),
    attendance('李', { minutes: 44 }),
    attendance('王', { minutes: null, left_at: null, exit_method: null }),
  ];
  expect(found({ households, attendances })).toEqual(['王 no-exit', '李 short-stay', '陈 by-hand']);
  const corrected = attendances.map((one) => ({ ...one, version: 2 }));
  expect(found({ households, attendances: corrected })).toEqual([]);
  const byEntry = attendance('李', { minutes: 40, exit_method: null });
  expect(found({ households, attendances: [...corrected.slice(0, 1), byEntry] })).toEqual([
    '王 not-seen',
  ]);
});

test('a helper who was not seen is named once, and one who came needs no registration', () => {
  const helpers = [helper('陈', 'speaker'), helper('李', 'volunteer'), helper('王', 'door')];
  const came = attendance('李', { registration_id: null, entry_method: 'staff' });
  expect(found({ households: [household('陈')], attendances: [came], helpers })).toEqual([
    '陈 helper-not-seen',
  ]);
});
