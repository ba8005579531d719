import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DESK, openBrowser, type Visitor, visit } from './browser.ts';
import { type RunningDistrict, removeDistrict, startSmallDistrict } from './running-district.ts';

let district: RunningDistrict;
let browser: Browser;
let teacher: Visitor;
let principal: Visitor;
let child: string;

beforeAll(async () => {
  district = await startSmallDistrict();
  browser = await openBrowser();
  teacher = await visit(browser, district.url, { persona: 'class-teacher', size: DESK });
  principal = await visit(browser, district.url, { persona: 'principal', size: DESK });
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await district?.stop();
  if (district) await removeDistrict(district);
});

/** Waits for the counters: the page asks again. */
async function untilShown(visitor: Visitor, path: string, text: string): Promise<void> {
  await expect
    .poll(
      async () => {
        await visitor.go(path);
        return visitor.page.getByText(text).count();
      },
      { timeout: 20_000 },
    )
    .toBeGreaterThan(0);
}

describe('a visit that cannot be made', () => {
  test('is asked to be excused by the class teacher, from the child’s row', async () => {
    const { page } = teacher;
    await teacher.go('/desk/duties/service-hours');
    const row = page
      .getByRole('row')
      .filter({ has: page.getByRole('button', { name: '申请免计', exact: true }) })
      .first();
    child = (await row.getByRole('button').first().textContent()) ?? '';
    await row.getByRole('button', { name: '申请免计', exact: true }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByRole('radio', { name: '长期请假' }).check();
    expect(await teacher.broken()).toEqual([]);
    await sheet.getByRole('button', { name: '提交申请' }).click();
    await page.getByText('已提交，等上一级审核').waitFor();
  });

  test('is approved by the principal, and the board shows it as excused', async () => {
    const { page } = principal;
    await principal.go('/desk/excuses');
    const asked = page.getByRole('row').filter({ hasText: '学生社区服务时长' });
    await asked.getByText(child).waitFor();
    expect(await principal.broken()).toEqual([]);
    await page.getByRole('button', { name: '学生社区服务时长' }).first().click();
    const sheet = page.getByRole('dialog');
    await sheet.getByText('长期请假').waitFor();
    expect(await principal.broken()).toEqual([]);
    await sheet.getByRole('button', { name: '同意', exact: true }).click();
    await page.getByText('已同意，申请的人会收到通知').waitFor();
    await untilShown(teacher, '/desk/duties/service-hours?standing=excused', child);
  });

  test('is open again when the principal takes it back', async () => {
    const { page } = principal;
    await principal.go('/desk/excuses?state=approved');
    await page.getByRole('button', { name: '学生社区服务时长' }).first().click();
    const sheet = page.getByRole('dialog');
    await sheet.getByLabel('理由').fill('下周就回来了，再约一次。');
    await sheet.getByRole('button', { name: '收回', exact: true }).click();
    await page.getByText('已收回，申请的人会收到通知').waitFor();
    await untilShown(teacher, '/desk/duties/service-hours?standing=open', child);
    expect([...teacher.faults, ...principal.faults]).toEqual([]);
  });
});
