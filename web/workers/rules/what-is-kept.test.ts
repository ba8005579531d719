import { describe, expect, test } from 'vitest';
import {
  changesWhoIsSignedIn,
  effectOf,
  FIRST_KEPT,
  isKept,
  isOutOfReach,
  isScanner,
  isTooOld,
} from './what-is-kept.ts';

const ID = '0199a8f0-1111-7000-8000-000000000001';

describe('what a phone remembers', () => {
  test('is what the first pages show, and the pass of an event', () => {
    for (const path of FIRST_KEPT) expect(isKept(path), path).toBe(true);
    expect(isKept(`/api/v1/activities/${ID}`)).toBe(true);
    expect(isKept(`/api/v1/activities/${ID}/my-code`)).toBe(true);
  });

  test.each([
    `/api/v1/students/${ID}`,
    `/api/v1/students/${ID}/reads`,
    '/api/v1/carer/certificates',
    `/api/v1/certificates/${ID}`,
    '/api/v1/sign-in/sessions',
    '/api/v1/me/calendar-address',
    '/api/v1/link-requests',
    `/api/v1/activities/${ID}/registrations`,
    `/api/v1/activities/${ID}/report`,
    `/api/v1/activities/${ID}/my-rating`,
    `/api/v1/photos/${ID}/picture`,
    `/api/v1/students/${ID}/picture-consents`,
    `/api/v1/carers/${ID}/points`,
  ])('is never %s', (path) => {
    expect(isKept(path)).toBe(false);
  });

  test('is forgotten after a week, and where nobody knows from when it is', () => {
    const now = Date.parse('2026-10-18T06:00:00Z');
    expect(isTooOld('2026-10-11T06:00:01Z', now)).toBe(false);
    expect(isTooOld('2026-10-11T06:00:00Z', now)).toBe(true);
    expect(isTooOld(null, now)).toBe(true);
    expect(isTooOld('yesterday', now)).toBe(true);
  });

  test('is forgotten by whoever signs in or out', () => {
    expect(changesWhoIsSignedIn('DELETE', '/api/v1/sign-in/session')).toBe(true);
    expect(changesWhoIsSignedIn('POST', '/api/v1/sign-in/sessions')).toBe(true);
    expect(changesWhoIsSignedIn('POST', '/api/v1/demo/sign-in')).toBe(true);
    expect(changesWhoIsSignedIn('GET', '/api/v1/sign-in/sessions')).toBe(false);
    expect(changesWhoIsSignedIn('DELETE', `/api/v1/sign-in/sessions/${ID}`)).toBe(false);
  });

  test('is all forgotten when the session is over, and alone when it is not for me', () => {
    expect([200, 401, 403, 404, 304, 500, 503].map(effectOf)).toEqual([
      'keep',
      'forget-all',
      'forget',
      'forget',
      'none',
      'none',
      'none',
    ]);
  });

  test('stands in where a proxy says that the server is away, not where the server itself fails', () => {
    expect([200, 409, 500, 502, 503, 504].map(isOutOfReach)).toEqual([
      false,
      false,
      false,
      true,
      true,
      true,
    ]);
  });
});

test('of the desk only the scanner opens without a network', () => {
  expect(isScanner(`/desk/activities/${ID}/scanner`)).toBe(true);
  for (const path of ['/desk/', `/desk/activities/${ID}`, `/desk/activities/${ID}/screen`]) {
    expect(isScanner(path)).toBe(false);
  }
});
