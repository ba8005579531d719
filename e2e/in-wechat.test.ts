import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DESK, openBrowser, PHONE, type Visitor, visit } from './browser.ts';
import { type RunningDistrict, removeDistrict, startSmallDistrict } from './running-district.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;
/** As WeChat's own browser says who it is. */
const WECHAT =
  'Mozilla/5.0 (Linux; Android 14; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/126.0 Mobile Safari/537.36 MicroMessenger/8.0.50';
const TITLE = '周末读书会';

let district: RunningDistrict;
let browser: Browser;
let inWechat: Visitor;
let activity: string;
let me: {
  readonly person: { readonly name: string };
  readonly children: readonly { readonly name: string }[];
};

beforeAll(async () => {
  district = await startSmallDistrict();
  browser = await openBrowser();
  const principal = await visit(browser, district.url, { persona: 'principal', size: DESK });
  inWechat = await visit(browser, district.url, {
    persona: 'carer',
    size: PHONE,
    userAgent: WECHAT,
  });
  const host = await principal.ask<{ posts: { organisation: { id: string } }[] }>('GET', '/me');
  const begins = Date.now() + 3 * DAY;
  const made = await principal.ask<{ activity_id: string }>('POST', '/activities', {
    host_id: host.posts[0]?.organisation.id,
    kind: 'guidance-lecture',
    title: TITLE,
    place: '图书馆',
    is_public: true,
    begins_at: new Date(begins).toISOString(),
    ends_at: new Date(begins + HOUR).toISOString(),
  });
  activity = made.activity_id;
  await principal.ask('POST', `/activities/${activity}/publish`);
  const fits = await inWechat.ask<{ student_ids: string[] }>('GET', `/activities/${activity}`);
  await inWechat.ask('POST', `/activities/${activity}/registrations`, {
    student_ids: fits.student_ids.slice(0, 1),
  });
  me = await inWechat.ask('GET', '/me');
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await district?.stop();
  if (district) await removeDistrict(district);
});

/** Nothing that tells who sent it. */
function expectNothingOfTheSender(text: string): void {
  for (const { name } of [me.person, ...me.children]) expect(text).not.toContain(name);
}

describe('in WeChat', () => {
  test('what it cannot do is told, not tried, and going back closes the explanation', async () => {
    const { page } = inWechat;
    const downloads: string[] = [];
    page.on('download', (download) => downloads.push(download.url()));
    await inWechat.go('/app/activities');
    await inWechat.go(`/app/activities/${activity}`);
    await page.getByRole('button', { name: '加到手机日历' }).click();
    const explanation = page.getByRole('dialog', { name: '微信里做不了这一步' });
    await explanation.getByText('在浏览器打开').waitFor();
    expect(await inWechat.broken()).toEqual([]);
    await page.goBack();
    await explanation.waitFor({ state: 'hidden' });
    expect(new URL(page.url()).pathname).toBe(`/app/activities/${activity}`);
    await page.goBack();
    await page.waitForURL(/\/app\/activities$/);
    expect(downloads).toEqual([]);
  });

  test('sending on is told too, for only WeChat’s own menu can', async () => {
    await inWechat.go(`/app/activities/${activity}`);
    await inWechat.page.getByRole('button', { name: '发给朋友' }).click();
    const dialog = inWechat.page.getByRole('dialog', { name: '发给朋友' });
    await dialog.getByText('选「发送给朋友」').waitFor();
    expectNothingOfTheSender(await dialog.innerText());
  });

  test('the card of what was sent says title, time and host to anyone, and nothing of the sender', async () => {
    const stranger = await browser.newContext({ userAgent: WECHAT });
    const answer = await stranger.request.get(`${district.url}/app/activities/${activity}`);
    const page = await answer.text();
    expect(page).toMatch(new RegExp(`property="og:title" content="[^"]*${TITLE}`));
    expect(page).toContain('og:description');
    expectNothingOfTheSender(page);
    await stranger.close();
  });
});

describe('in another browser', () => {
  test('the phone’s own sheet gets title, time, host and address, and nothing of the sender', async () => {
    const carer = await visit(browser, district.url, { persona: 'carer', size: PHONE });
    await carer.page.addInitScript(() => {
      Object.assign(navigator, {
        share: async (what: unknown) => Object.assign(globalThis, { shared: what }),
      });
    });
    await carer.go(`/app/activities/${activity}`);
    await carer.page.getByRole('button', { name: '发给朋友' }).click();
    const shared = await carer.page.evaluate(() => (globalThis as { shared?: unknown }).shared);
    expect(shared).toMatchObject({
      title: TITLE,
      url: `${district.url}/app/activities/${activity}`,
    });
    expectNothingOfTheSender(JSON.stringify(shared));
    expect([...carer.faults, ...inWechat.faults]).toEqual([]);
  });
});
