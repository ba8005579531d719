import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser, PHONE, type Visitor, visit } from './browser.ts';
import { type RunningDistrict, removeDistrict, startSmallDistrict } from './running-district.ts';

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

/** A first visit, with nothing kept on the phone, and no worker that answers in the server's place. */
async function firstVisit(): Promise<{ carer: Visitor; asked: string[]; refused: string[] }> {
  const carer = await visit(browser, district.url, { persona: 'carer', size: PHONE });
  const asked: string[] = [];
  const refused: string[] = [];
  await carer.page.addInitScript('delete Navigator.prototype.serviceWorker');
  carer.page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  carer.page.on('console', (said) => {
    if (said.type() === 'error') refused.push(said.text());
  });
  return { carer, asked, refused };
}

const TYPE = "parseFloat(getComputedStyle(document.querySelector('.opening-name')).fontSize)";

const typeOf = ({ page }: Visitor) => page.evaluate<number>(TYPE);

describe('the first paint of the phone app', () => {
  test('needs nothing but the page: right in size and language before any script has come', async () => {
    const { carer, refused } = await firstVisit();
    await carer.page.route('**/assets/*', () => undefined);
    await carer.page.goto(`${district.url}/app/`, { waitUntil: 'commit' });
    await carer.page.getByText('家、校、社一起，陪孩子长大').waitFor();
    const usual = await typeOf(carer);
    await carer.page.goto(`${district.url}/app/?type=large&lang=en`, { waitUntil: 'commit' });
    await carer.page.getByText('Home, school and community, raising children together').waitFor();
    expect(await carer.page.getByText('家、校、社一起').isVisible()).toBe(false);
    expect(await typeOf(carer)).toBe(usual * 1.5);
    expect(refused).toEqual([]);
  });

  test('leaves the app nothing to fetch twice, and no answer that nobody wanted', async () => {
    const { carer, asked, refused } = await firstVisit();
    const { items } = await carer.ask<{ items: { activity_id: string }[] }>(
      'GET',
      '/carer/activities',
    );
    const activity = `/app/activities/${items[0]?.activity_id}`;
    for (const path of ['/app/', '/app/activities', activity, '/app/growth', '/app/notices']) {
      asked.length = 0;
      await carer.go(path);
      await carer.page.locator('main h1').waitFor();
      const left = await carer.page.evaluate('[...gongyuEarlyAnswers.keys()]');
      expect(left, path).toEqual([]);
      // A style is named twice, once to be fetched early and once to be used; it is fetched once.
      const twice = asked.filter(
        (one, place) => asked.indexOf(one) !== place && !one.endsWith('.css'),
      );
      expect(twice, path).toEqual([]);
    }
    expect([refused, carer.faults]).toEqual([[], []]);
  });

  test('draws a page once: what it shows first is awaited, and grey lines are never seen', async () => {
    const { carer } = await firstVisit();
    await carer.page.addInitScript(`
      globalThis.greyLinesSeen = [];
      new MutationObserver(() => {
        const grey = document.querySelector('main [class*=skeleton]');
        if (grey) greyLinesSeen.push(grey.textContent);
      }).observe(document, { childList: true, subtree: true });
    `);
    for (const path of ['/app/activities', '/app/notices']) {
      await carer.go(path);
      await carer.page.locator('main h1').waitFor();
      await carer.page.waitForLoadState('networkidle');
      expect(await carer.page.evaluate('greyLinesSeen'), path).toEqual([]);
    }
  });

  test('waits for a slow answer only a moment: then the page is there, with grey lines', async () => {
    const { carer } = await firstVisit();
    await carer.page.route('**/api/v1/carer/activities', () => undefined);
    await carer.page.goto(`${district.url}/app/activities`, { waitUntil: 'commit' });
    await carer.page.locator('main [class*=skeleton]').waitFor();
    await carer.page.locator('main h1').waitFor();
  });

  test('fetches no style for the home: those are in the page', async () => {
    const { carer, asked } = await firstVisit();
    await carer.go('/app/');
    await carer.page.getByRole('link', { name: '成长', exact: true }).waitFor();
    expect(asked.filter((path) => path.endsWith('.css'))).toEqual([]);
  });
});
