import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DESK, openBrowser, PHONE, type Visitor, visit } from './browser.ts';
import { type RunningDistrict, removeDistrict, startSmallDistrict } from './running-district.ts';

const WISH = '我的手机号换成了 10012345678';

let district: RunningDistrict;
let browser: Browser;
let carer: Visitor;
let principal: Visitor;

beforeAll(async () => {
  district = await startSmallDistrict();
  browser = await openBrowser();
  carer = await visit(browser, district.url, { persona: 'carer', size: PHONE });
  principal = await visit(browser, district.url, { persona: 'principal', size: DESK });
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await district?.stop();
  if (district) await removeDistrict(district);
});

test('a carer reads what is held about them, and takes it along as a file', async () => {
  const { person } = await carer.ask<{ person: { name: string } }>('GET', '/me');
  await carer.go('/app/me');
  await carer.page.getByRole('link', { name: '我的信息' }).click();
  await carer.page.getByText('成长积分明细').waitFor();
  const downloading = carer.page.waitForEvent('download');
  await carer.page.getByRole('link', { name: '下载一份' }).click();
  const file = await downloading;
  expect(file.suggestedFilename()).toBe('我的信息.zip');
  const page = unzipSync(readFileSync(await file.path()))['index.html'];
  expect(strFromU8(page ?? new Uint8Array())).toContain(`${person.name}的个人信息`);
});

test('asks the school for a correction, which answers it at the desk', async () => {
  await carer.page.getByRole('button', { name: '有信息不对，请学校更正' }).click();
  await carer.page.getByLabel('哪一项不对').fill(WISH);
  expect(await carer.broken()).toEqual([]);
  await carer.page.getByRole('button', { name: '发送' }).click();
  await carer.page.getByText('已收到，会给您答复').waitFor();
  await carer.page.getByText('待答复').waitFor();

  await principal.go('/desk/');
  await principal.page.getByRole('link', { name: '1 个个人信息申请等您答复' }).click();
  const row = principal.page.getByRole('row').filter({ hasText: WISH });
  await row.getByRole('button', { name: '答复' }).click();
  await principal.page.getByLabel('答复（本人会看到）').fill('名册里已改好');
  expect(await principal.broken()).toEqual([]);
  await principal.page.getByRole('button', { name: '已更正' }).click();
  await principal.page.getByText('已答复：已更正').waitFor();
  await principal.page.getByText('没有等答复的申请').waitFor();

  await carer.go('/app/my-data');
  await carer.page.getByText('答复：名册里已改好').waitFor();
});

test('is told what an erasure means, what stands against it, and can take it back', async () => {
  const { page } = carer;
  await page.getByRole('button', { name: '注销账号，删除我的信息' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('您不能再登录').waitFor();
  expect(await carer.broken()).toEqual([]);
  await dialog.getByRole('button', { name: '申请注销' }).click();
  await dialog.getByText('您还报着没开始的活动').waitFor();
  await giveUpEveryPlace();
  await dialog.getByRole('button', { name: '申请注销' }).click();
  await page.getByText('已收到，会给您答复').waitFor();
  const request = page.getByRole('listitem').filter({ hasText: '待答复' });
  await request.getByRole('button', { name: '撤回' }).click();
  await request.waitFor({ state: 'detached' });
  expect(await carer.text()).toContain('已撤回');
  expect([...carer.faults, ...principal.faults]).toEqual([]);
});

async function giveUpEveryPlace(): Promise<void> {
  const { items } = await carer.ask<{ items: Place[] }>('GET', '/carer/registrations');
  const held = items.filter(
    (one) => one.state !== 'cancelled' && Date.parse(one.ends_at) > Date.now(),
  );
  for (const { activity_id, id } of held) {
    await carer.ask('DELETE', `/activities/${activity_id}/registrations/${id}`);
  }
}

interface Place {
  readonly id: string;
  readonly activity_id: string;
  readonly state: string;
  readonly ends_at: string;
}
