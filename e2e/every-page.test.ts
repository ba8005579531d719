import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DESK, openBrowser, PHONE, visit } from './browser.ts';
import { type RunningDistrict, removeDistrict, startSmallDistrict } from './running-district.ts';

const carerPages = [
  '/app/',
  '/app/activities',
  '/app/my-activities',
  '/app/my-activities/missed',
  '/app/scan',
  '/app/learning',
  '/app/growth',
  '/app/growth/how',
  '/app/growth/total',
  '/app/growth/entries',
  '/app/contests',
  '/app/certificates',
  '/app/me',
  '/app/devices',
  '/app/my-data',
  '/app/family',
  '/app/family/link',
  '/app/notices',
  '/app/reminders',
  '/app/install',
  '/app/help',
];
const deskPages = [
  '/desk/',
  '/desk/duties',
  '/desk/duties/in-home-visit',
  '/desk/plan',
  '/desk/duty-sheet',
  '/desk/excuses',
  '/desk/organisations',
  '/desk/students',
  '/desk/carers',
  '/desk/staff',
  '/desk/roster-import',
  '/desk/links',
  '/desk/calls',
  '/desk/privacy-requests',
  '/desk/board',
  '/desk/activities',
  '/desk/activities/new',
  '/desk/programmes',
  '/desk/wanted-topics',
  '/desk/points',
  '/desk/reliefs',
  '/desk/awards',
  '/desk/awards/sheet',
  '/desk/contests',
  '/desk/anomalies',
  '/desk/certificates',
  '/desk/access',
  '/desk/account',
];
const publicPages = ['/', '/plan', '/progress', '/calendar', '/reports', '/verify'];

/** Who walks through which pages, on which screen, in which language and type. */
const walks = [
  { who: 'a carer', persona: 'carer', size: PHONE, paths: carerPages, language: 'zh-CN' },
  { who: 'a carer in English', persona: 'carer', size: PHONE, paths: carerPages, language: 'en' },
  {
    who: 'a grandparent in large type',
    persona: 'grandparent',
    size: PHONE,
    paths: carerPages,
    language: 'zh-CN',
    large: true,
  },
  { who: 'a principal', persona: 'principal', size: DESK, paths: deskPages, language: 'zh-CN' },
  {
    who: 'a principal in English',
    persona: 'principal',
    size: DESK,
    paths: deskPages,
    language: 'en',
  },
  {
    who: 'an admissions officer',
    persona: 'admissions-officer',
    size: DESK,
    paths: [
      '/desk/',
      '/desk/verify-certificates',
      '/desk/verify-certificates?by=sheet',
      '/desk/access',
    ],
    language: 'zh-CN',
  },
  {
    who: 'a district officer',
    persona: 'district-officer',
    size: DESK,
    paths: [
      '/desk/',
      '/desk/plan',
      '/desk/clients',
      '/desk/simulations',
      '/desk/recalculations',
      '/desk/anomalies',
      '/desk/anomalies?show=all',
    ],
    language: 'zh-CN',
  },
  {
    who: 'a student',
    persona: 'student',
    size: PHONE,
    paths: ['/app/', '/app/activities'],
    language: 'zh-CN',
  },
  ...(['teacher', 'community-worker', 'subdistrict-worker'] as const).map((persona) => ({
    who: `a ${persona} on the phone`,
    persona,
    size: PHONE,
    paths: [
      '/desk/',
      // A subject teacher answers for no duty, and has no menu entry for the plan.
      ...(persona === 'teacher' ? [] : ['/desk/plan']),
      '/desk/organisations',
      '/desk/activities',
      '/desk/access',
      '/desk/account',
    ],
    language: 'zh-CN' as const,
  })),
  { who: 'anyone', size: PHONE, paths: [...publicPages, '/app/', '/desk/'], language: 'zh-CN' },
  { who: 'anyone in English', size: DESK, paths: publicPages, language: 'en' },
] as const;

let district: RunningDistrict;
let browser: Browser;

beforeAll(async () => {
  district = await startSmallDistrict();
  browser = await openBrowser();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await district?.stop();
  if (district) await removeDistrict(district);
});

describe('every page is accessible and whole', () => {
  test.each(walks)('for $who', async ({ who: _, paths, ...as }) => {
    const { page, go, broken, faults } = await visit(browser, district.url, as);
    const found: string[] = [];
    for (const path of paths) {
      const query = [as.language === 'en' && 'lang=en', 'large' in as && 'type=large'];
      await go(`${path}${path.includes('?') ? '&' : '?'}${query.filter(Boolean).join('&')}`);
      found.push(...(await broken()));
      const alerts = await page.getByRole('alert').allInnerTexts();
      found.push(...alerts.map((text) => `${path} says ${text}`));
      const wide = await page.evaluate<number>(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      );
      if (wide > 0) found.push(`${path} is ${wide} px wider than the screen`);
    }
    await page.context().close();
    expect([...found, ...faults]).toEqual([]);
  });

  test('and a page that is not would be found', async () => {
    const { page, go, broken } = await visit(browser, district.url, { size: PHONE });
    await go('/verify');
    await page.evaluate('document.querySelector("main").append(new Image(9, 9))');
    expect(await broken()).toEqual([expect.stringContaining('/verify: image-alt at img')]);
    await page.context().close();
  });
});

describe('a carer’s own calendar', () => {
  test('gets an address that a calendar can read, and that ends when it is told to', async () => {
    const as = { persona: 'carer', size: PHONE };
    const { page, go, broken, faults } = await visit(browser, district.url, as);
    await go('/app/my-activities');
    await page.getByRole('button', { name: '生成我的日历地址' }).click();
    const opens = page.getByRole('link', { name: '用手机日历打开' });
    const address = (await opens.getAttribute('href'))?.replace('webcal:', 'http:') ?? '';
    expect(await broken()).toEqual([]);
    const path = new URL(address).pathname;
    const readByCalendar = () => fetch(new URL(path, district.url));
    const calendar = await (await readByCalendar()).text();
    expect(calendar.startsWith('BEGIN:VCALENDAR\r\n')).toBe(true);
    expect(calendar).toContain('BEGIN:VEVENT');
    await page.getByRole('button', { name: '停用这个地址' }).click();
    await page.getByRole('button', { name: '生成我的日历地址' }).waitFor();
    expect((await readByCalendar()).status).toBe(404);
    expect(faults).toEqual([]);
    await page.context().close();
  });
});
