import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DESK, openBrowser, PHONE, type Visitor, visit } from './browser.ts';
import { type RunningDistrict, removeDistrict, startSmallDistrict } from './running-district.ts';

interface Entries {
  readonly items: readonly {
    readonly sequence: number;
    readonly amount: number;
    readonly deed: { readonly fact_id: string; readonly activity_title: string | null };
    readonly reversal: object | null;
  }[];
}

let district: RunningDistrict;
let browser: Browser;
let carer: Visitor;
let principal: Visitor;
let me: string;

const entries = () => carer.ask<Entries>('GET', `/carers/${me}/points`);

beforeAll(async () => {
  district = await startSmallDistrict();
  browser = await openBrowser();
  carer = await visit(browser, district.url, { persona: 'carer', size: PHONE });
  principal = await visit(browser, district.url, { persona: 'principal', size: DESK });
  me = (await carer.ask<{ person: { id: string } }>('GET', '/me')).person.id;
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await district?.stop();
  if (district) await removeDistrict(district);
});

/** What the family says: told apart from what the demo has. */
const SAID = '我和孩子一直坐到散场，最后半小时没有算上。';
const REASON = '看了会场照片和签到表，确实提前离开，按 45 分钟更正。';

describe('an entry that a family says is wrong', () => {
  test('is contested where it stands, with a photo', async () => {
    const { page } = carer;
    await carer.go('/app/growth/entries');
    // The newest two are contested in the demo already.
    await page.locator('summary').nth(2).click();
    await page.getByRole('button', { name: '这一笔不对' }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByLabel('请说说是怎么回事').fill(SAID);
    const photo = { name: 'seat.png', mimeType: 'image/png', buffer: await page.screenshot() };
    await sheet.locator('input[type=file]').setInputFiles(photo);
    await sheet.getByText('seat.png').waitFor();
    expect(await carer.broken()).toEqual([]);
    await sheet.getByRole('button', { name: '提交' }).click();
    await page.getByText('主办单位处理中').waitFor();
    await page.getByRole('img', { name: '材料照片 1' }).waitFor();
    expect(await carer.broken()).toEqual([]);
  });

  test('is decided by the host, which corrects the record in the same step', async () => {
    const { page } = principal;
    await principal.go('/desk/contests?sort=-made');
    expect(await principal.broken()).toEqual([]);
    const me = await carer.ask<{ person: { name: string } }>('GET', '/me');
    await page.getByRole('button', { name: me.person.name }).first().click();
    await page.getByText(SAID).waitFor();
    await page.getByRole('radio', { name: '认可，并更正' }).check();
    await page.getByLabel('应计多少分钟').fill('45');
    await page.getByLabel('理由（家长会看到）').fill(REASON);
    expect(await principal.broken()).toEqual([]);
    await page.getByRole('button', { name: '决定', exact: true }).click();
    await page.getByText('已决定，家长会收到消息').waitFor();
  });

  test('the family reads the reason and who looked, and the points follow', async () => {
    const { page } = carer;
    await carer.go('/app/contests');
    await page.getByRole('link', { name: '认可，已更正' }).first().click();
    await page.getByText(REASON).waitFor();
    await page.getByText(/更正为 45 分钟/).waitFor();
    await page.getByText(/看了异议/).waitFor();
    expect(await carer.broken()).toEqual([]);
    await expect.poll(async () => (await entries()).items.some((one) => one.reversal)).toBe(true);
    await carer.page.context().close();
    expect(carer.faults).toEqual([]);
  });
});
