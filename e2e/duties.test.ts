import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DESK, openBrowser, PHONE, visit } from './browser.ts';
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

test('an officer goes from the whole district to the records behind one community’s figure', async () => {
  const officer = await visit(browser, district.url, { persona: 'district-officer', size: DESK });
  const { page } = officer;
  await officer.go('/desk/duties');
  await page.getByRole('heading', { name: '活动由谁承担' }).waitFor();
  await page.getByRole('button', { name: /^社区/ }).first().click();
  await page.waitForURL(/tier=community/);
  const host = page.getByRole('table', { name: '社区', exact: true }).getByRole('row').nth(1);
  expect(await officer.broken()).toEqual([]);
  await host.getByRole('link', { name: /场$/ }).first().click();
  await page.waitForURL(/\/desk\/duties\/community-guidance\?.*standing=all/);
  await page.getByRole('region', { name: '走势' }).waitFor();
  await page.getByText('看每周的数字').click();
  expect(await officer.broken()).toEqual([]);
});

test('what narrows the board stands in its address, and the table is reached on a phone', async () => {
  const principal = await visit(browser, district.url, { persona: 'principal', size: PHONE });
  const { page } = principal;
  await principal.go('/desk/duties');
  const done = page.getByRole('button', { name: /^✓? ?已完成/ });
  await done.click();
  await page.waitForURL(/state=done/);
  expect(await done.getAttribute('aria-pressed')).toBe('true');
  await page.getByText(/左右滑动/).waitFor();
  const wide = await page.evaluate('document.documentElement.scrollWidth');
  expect(wide).toBeLessThanOrEqual(PHONE.width);
  expect(await principal.broken()).toEqual([]);
});

test('a school’s duties fit on one sheet of A4, in both languages', async () => {
  for (const language of ['zh-CN', 'en'] as const) {
    const principal = await visit(browser, district.url, {
      persona: 'principal',
      size: DESK,
      language,
    });
    await principal.go('/desk/duty-sheet');
    await principal.page.locator('article table').waitFor();
    const pdf = await principal.page.pdf({ preferCSSPageSize: true });
    expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1);
    expect(await principal.broken()).toEqual([]);
  }
});
