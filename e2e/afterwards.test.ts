import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DESK, openBrowser, PHONE, type Visitor, visit } from './browser.ts';
import { type RunningDistrict, removeDistrict, startSmallDistrict } from './running-district.ts';

const TITLE = '家长学校开放课堂';

let district: RunningDistrict;
let browser: Browser;
let carer: Visitor;
let principal: Visitor;
let activity: string;
let me: { person: { id: string; name: string }; children: { id: string; name: string }[] };

const child = () => me.children[0] as { id: string; name: string };

beforeAll(async () => {
  district = await startSmallDistrict();
  browser = await openBrowser();
  carer = await visit(browser, district.url, { persona: 'carer', size: PHONE });
  principal = await visit(browser, district.url, { persona: 'principal', size: DESK });
  me = await carer.ask('GET', '/me');
  const found = await principal.ask<{ items: { activity_id: string }[] }>(
    'GET',
    `/activities?state=published&q=${encodeURIComponent(TITLE)}`,
  );
  activity = found.items[0]?.activity_id ?? '';
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await district?.stop();
  if (district) await removeDistrict(district);
});

describe('when an event is over', () => {
  test('the host looks at the exceptions, solves two, and confirms the rest', async () => {
    const { page } = principal;
    await principal.ask('POST', `/activities/${activity}/helpers`, {
      person_id: me.person.id,
      part: 'volunteer',
    });
    await principal.go(`/desk/activities/${activity}/confirm`);
    await page.getByText('协助人，没有到场记录').waitFor();
    await page.getByRole('button', { name: '来了', exact: true }).click();
    await page.getByText(`已记上：${me.person.name}到场`).waitFor();
    await page.locator('summary').filter({ hasText: '报了名，没有来' }).click();
    await page.getByRole('button', { name: '其实来了' }).first().click();
    const box = page.getByRole('dialog');
    await box.getByLabel('应计的分钟数').waitFor();
    expect(await principal.broken()).toEqual([]);
    await box.getByRole('button', { name: '记上到场' }).click();
    await page.locator('summary').filter({ hasText: '人工登记的' }).waitFor();
    expect(await principal.broken()).toEqual([]);
    await page.getByRole('button', { name: '其余都对，确认到场' }).click();
    await page.getByText('确认到场。之后有误可以逐条更正').waitFor();
    expect(await principal.broken()).toEqual([]);
  });

  test('the host writes a report and uploads a photo, which waits for the family', async () => {
    const { page } = principal;
    await page.getByRole('button', { name: '小结和照片' }).click();
    await page.getByLabel('几句话就好').fill('一起聊了睡前半小时怎么过。');
    await page.getByRole('button', { name: '保存小结' }).click();
    await page.getByText('小结已保存').waitFor();
    const picture = { name: 'photo.png', mimeType: 'image/png', buffer: await page.screenshot() };
    await page.locator('input[type=file]').setInputFiles(picture);
    await page.getByRole('button', { name: '照片里有谁', exact: true }).click();
    await page.getByRole('checkbox', { name: child().name }).check();
    expect(await principal.broken()).toEqual([]);
    await page.getByRole('button', { name: '就是这 1 个孩子' }).click();
    await page.getByRole('button', { name: '放进相册' }).click();
    const box = page.getByRole('dialog').filter({ hasText: '有家长还没有同意' });
    await box.getByText(child().name).waitFor();
    await box.getByRole('button').first().click();
    expect(await principal.broken()).toEqual([]);
  });

  test('the family reads that it is asked, consents, sees the photo, withdraws, and it is gone', async () => {
    await carer.go('/app/notices?show=unread');
    const question = carer.page.getByRole('link', { name: '能不能放进活动相册，由您决定' });
    await question.waitFor();
    expect(await carer.broken()).toEqual([]);
    await question.click();
    await carer.page
      .getByRole('button', { name: '同意：班级、学校的活动相册', exact: true })
      .click();
    await carer.page.getByText('已同意').first().waitFor();
    expect(await carer.broken()).toEqual([]);
    await carer.go('/app/notices?show=unread');
    expect(await carer.page.getByText('能不能放进活动相册').count()).toBe(0);
    await principal.page.getByRole('button', { name: '放进相册' }).click();
    await principal.page.getByText('参加的家长看得到', { exact: true }).waitFor();

    const photos = () => carer.page.locator('figure img').count();
    await carer.go(`/app/report/${activity}`);
    await carer.page.getByText('一起聊了睡前半小时怎么过。').waitFor();
    expect(await photos()).toBe(1);
    expect(await carer.broken()).toEqual([]);
    await carer.go(`/app/family/${child().id}`);
    await carer.page.getByRole('button', { name: '撤回同意：班级、学校的活动相册' }).click();
    await carer.page.getByText('已记下，相关照片不再显示').waitFor();
    await carer.go(`/app/report/${activity}`);
    await carer.page.getByText('一起聊了睡前半小时怎么过。').waitFor();
    expect(await photos()).toBe(0);
    await principal.go(`/desk/activities/${activity}/report`);
    await principal.page.getByText(`${child().name}的家长不同意`).waitFor();
  });

  test('who helped is thanked with a card, and says how it was', async () => {
    const { page } = carer;
    await carer.go(`/app/activities/${activity}`);
    expect(await carer.broken()).toEqual([]);
    await page.getByRole('link', { name: '看感谢卡' }).click();
    await page.getByText(`在《${TITLE}》里担任志愿者`).waitFor();
    expect(await carer.broken()).toEqual([]);
    await carer.go(`/app/rate/${activity}`);
    await page.getByRole('radio', { name: '有帮助', exact: true }).check({ force: true });
    await page.getByLabel('什么对您有帮助？').fill('例子很多。');
    expect(await carer.broken()).toEqual([]);
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByText('谢谢，已收到').waitFor();
  });

  test('the host reads of one answer nothing, and of five the average and the words', async () => {
    await principal.go(`/desk/activities/${activity}`);
    await principal.page.getByText('收到 5 份以上才显示').waitFor();
    expect(await principal.text()).not.toContain('例子很多');
    const { items } = await principal.ask<{ items: { activity_id: string }[] }>(
      'GET',
      '/activities?state=finished&limit=5',
    );
    const told: string[] = [];
    for (const { activity_id: id } of items) {
      const { answers } = await principal.ask<{ answers: number }>(
        'GET',
        `/activities/${id}/ratings`,
      );
      if (answers >= 5) told.push(id);
    }
    await principal.go(`/desk/activities/${told[0]}`);
    await principal.page.getByText('4.2').waitFor();
    expect(await principal.text()).toContain('例子都是身边的事');
    expect(await principal.broken()).toEqual([]);
    await carer.go('/calendar');
    await carer.page.getByRole('link', { name: '看看办过的活动' }).click();
    await carer.page.getByRole('heading', { name: '办过的活动' }).waitFor();
    const report = carer.page
      .getByRole('listitem')
      .filter({ hasText: '这次来的家庭真不少' })
      .first();
    await report.getByText('2 张照片').waitFor();
    expect(await carer.broken()).toEqual([]);
    await report.getByRole('link').click();
    await carer.page.getByText('户家庭到场').waitFor();
    await carer.go(`/reports/${told[0]}`);
    await carer.page.getByText('这次来的家庭真不少').waitFor();
    expect(await carer.page.locator('figure img').count()).toBe(2);
    expect(await carer.broken()).toEqual([]);
    expect([...principal.faults, ...carer.faults]).toEqual([]);
  });
});
