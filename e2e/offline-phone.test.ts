import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser, PHONE, type Visitor, visit } from './browser.ts';
import { type RunningDistrict, removeDistrict, startSmallDistrict } from './running-district.ts';

/** Where the network is away, from when what the page shows is. */
const ASIDE = /(离线|暂时连不上) · 数据截至 \d+月\d+日 周. \d\d:\d\d/;

let district: RunningDistrict;
let browser: Browser;
let carer: Visitor;
/** One that the family has not signed up for. */
let activity: string;

interface Activity {
  readonly kind: string;
  readonly places_left: number | null;
  readonly activity_id: string;
  readonly registration: object | null;
}

beforeAll(async () => {
  district = await startSmallDistrict();
  browser = await openBrowser();
  carer = await visit(browser, district.url, { persona: 'carer', size: PHONE });
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await district?.stop();
  if (district) await removeDistrict(district);
});

/** The worker has kept the app, and answers for this page. */
const UNDER_THE_WORKER = `navigator.serviceWorker.ready.then(async () => {
  while (!navigator.serviceWorker.controller) await new Promise((resolve) => setTimeout(resolve, 50));
})`;

/** What the phone remembers of the server's answers. */
const KEPT_PATHS = `caches.open('gongyu-last-answers').then(async (cache) =>
  (await cache.keys()).map(({ url }) => new URL(url).pathname),
)`;

const keptPaths = ({ page }: Visitor) => page.evaluate<string[]>(KEPT_PATHS);

const setOffline = ({ page }: Visitor, offline: boolean) => page.context().setOffline(offline);

describe('the app on a phone without a network', () => {
  test('can be installed: it has a name, pictures and a worker', async () => {
    await carer.go('/app/');
    await carer.page.evaluate(UNDER_THE_WORKER);
    const browserSide = await carer.page.context().newCDPSession(carer.page);
    const { errors, url } = await browserSide.send('Page.getAppManifest');
    expect([url, errors]).toEqual([`${district.url}/app/manifest.webmanifest`, []]);
    const { installabilityErrors } = await browserSide.send('Page.getInstallabilityErrors');
    // A test's browser is always private, which alone forbids it to install.
    expect(installabilityErrors.map(({ errorId }) => errorId)).toEqual(['in-incognito']);
  });

  test('opens with what it was last told, and says from when that is', async () => {
    const { page } = carer;
    await carer.go('/app/activities');
    await expect.poll(() => keptPaths(carer)).toContain('/api/v1/carer/activities');
    const { items } = await carer.ask<{ items: Activity[] }>('GET', '/carer/activities');
    // A lecture asks nothing at sign-up: one press is the whole deed.
    const open = items.find(
      ({ kind, registration, places_left }) =>
        kind === 'guidance-lecture' && registration === null && places_left !== 0,
    );
    activity = open?.activity_id ?? '';
    await carer.go(`/app/activities/${activity}`);
    await carer.go('/app/');
    const home = await page.locator('main').innerText();
    await setOffline(carer, true);
    await page.goto(`${district.url}/app/`);
    await page.getByText(ASIDE).waitFor();
    expect(await page.locator('main').innerText()).toBe(home);
    expect(await carer.broken()).toEqual([]);
    await page.getByRole('link', { name: '活动', exact: true }).click();
    await page.getByRole('heading', { name: '活动', exact: true }).waitFor();
    await page.getByText(ASIDE).waitFor();
  });

  test('refuses a deed in words, and does not do it later', async () => {
    const { page } = carer;
    await page.goto(`${district.url}/app/activities/${activity}`);
    await page.getByRole('button', { name: '报名', exact: true }).click();
    await page.getByText(/没有网络，这一步没有办成|网络没有接通/).waitFor();
    await setOffline(carer, false);
    await carer.go('/app/');
    expect(await page.getByText(ASIDE).count()).toBe(0);
    const { registration } = await carer.ask<Activity>('GET', `/activities/${activity}`);
    expect(registration).toBeNull();
  });

  test('remembers nothing of one person for the next: signing out without a network forgets too', async () => {
    const { page } = carer;
    await expect.poll(() => keptPaths(carer)).toContain('/api/v1/me');
    await setOffline(carer, true);
    await page.goto(`${district.url}/app/me`);
    await page.getByRole('button', { name: '退出登录' }).click();
    await page.getByText('这部手机上记下的资料已经删除').waitFor();
    expect(await keptPaths(carer)).toEqual([]);
    await page.goto(`${district.url}/app/`);
    await page.getByText('网络没有接通').waitFor();
    await setOffline(carer, false);
    await carer.go('/app/me');
    await expect.poll(() => keptPaths(carer)).toContain('/api/v1/me');
    await page.getByRole('button', { name: '退出登录' }).click();
    await page.getByLabel('手机号').waitFor();
    expect(await keptPaths(carer)).toEqual([]);
    expect(carer.faults).toEqual([]);
  });
});
