import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, PHONE, type Visitor, visit } from './browser.ts';
import { type RunningDistrict, removeDistrict, startSmallDistrict } from './running-district.ts';

let district: RunningDistrict;
let browser: Browser;
let officer: Visitor;
/** What stands after `#` in a certificate's link. */
let token = '';

beforeAll(async () => {
  district = await startSmallDistrict();
  browser = await openBrowser();
  const principal = await visit(browser, district.url, { persona: 'principal', size: PHONE });
  const { items } = await principal.ask<{ items: { id: string }[] }>(
    'GET',
    '/certificates?state=valid&limit=1',
  );
  const { verify_link } = await principal.ask<{ verify_link: string }>(
    'GET',
    `/certificates/${items[0]?.id}`,
  );
  token = verify_link.split('#')[1] ?? '';
  officer = await visit(browser, district.url, { size: PHONE });
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await district?.stop();
  if (district) await removeDistrict(district);
});

/** The worker has kept the page, and answers for it. */
const UNDER_THE_WORKER = `navigator.serviceWorker.ready.then(async () => {
  while (!navigator.serviceWorker.controller) await new Promise((resolve) => setTimeout(resolve, 50));
})`;

const KEPT_PATHS = `caches.open('gongyu-last-answers').then(async (cache) =>
  (await cache.keys()).map(({ url }) => new URL(url).pathname),
)`;

test('a phone that opened the verify page once checks certificates in a hall without a network', async () => {
  const { page } = officer;
  await officer.go(`/verify#${token}`);
  // The small district was made at another port, where its certificates look for their lists: what is read is enough.
  await page.locator('dl').waitFor();
  const paper = await page.locator('dl').innerText();
  await page.evaluate(UNDER_THE_WORKER);
  await expect
    .poll(() => page.evaluate<string[]>(KEPT_PATHS))
    .toContain('/api/v1/public/verification-kit');
  await page.context().setOffline(true);
  await page.goto('about:blank');
  await page.goto(`${district.url}/verify#${token}`);
  await page.getByRole('heading', { name: '签名有效，未见撤销或暂停' }).waitFor();
  await page.getByText(/状态截至 .*\d\d:\d\d/).waitFor();
  // What the server showed of the paper, the code says by itself.
  const here = await page.locator('dl').innerText();
  for (const line of here.split('\n').filter(Boolean)) expect(paper).toContain(line);
  expect(await officer.broken()).toEqual([]);

  await page.goto('about:blank');
  await page.goto(`${district.url}/verify#${token.slice(0, -6)}AAAAAA`);
  await page.getByRole('heading', { name: '这个核验链接不是本区签发的' }).waitFor();

  await page.context().setOffline(false);
  await page.goto('about:blank');
  await page.goto(`${district.url}/verify#${token}`);
  await page.locator('dl').waitFor();
  expect(await page.getByText('由这台设备自己核对').count()).toBe(0);
}, 60_000);
