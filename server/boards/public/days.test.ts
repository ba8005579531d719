import { beforeAll, expect, test } from 'vitest';
import { makeTestApp, type TestApp } from '../../testing/test-app.ts';

let here: TestApp;
beforeAll(async () => {
  here = await makeTestApp();
});

test('anyone may ask which days are holidays, make-up days and festivals, and when terms end', async () => {
  const answer = await here.nobody.get('/api/v1/public/days?from=2026-09-30&to=2026-10-10');
  expect(answer.statusCode).toBe(200);
  const { items, terms, holidays_published_until } = answer.json();
  expect(items).toHaveLength(9);
  expect(items[0]).toMatchObject({
    day: '2026-09-30',
    off: null,
    festivals: [{ zh: '烈士纪念日' }],
  });
  expect(items[1]).toMatchObject({ day: '2026-10-01', off: { zh: '国庆节' } });
  expect(items[8]).toMatchObject({ day: '2026-10-10', makes_up_for: { en: 'National Day' } });
  expect(terms).toMatchObject([{ id: '2026-2027-1', ends_on: '2027-01-22' }]);
  expect(holidays_published_until).toBe('2026-12-31');
});

test('but not for a century at once', async () => {
  const answer = await here.nobody.get('/api/v1/public/days?from=1926-01-01&to=2026-10-10');
  expect(answer.statusCode).toBe(400);
  expect(answer.json().fields[0]).toMatchObject({ field: 'to' });
});
