import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DESK, openBrowser, PHONE, type Visitor, visit } from './browser.ts';
import { type RunningDistrict, removeDistrict, startSmallDistrict } from './running-district.ts';

const DAY_MILLISECONDS = 86_400_000;
const QUESTION = '孩子有没有食物过敏？';

let district: RunningDistrict;
let browser: Browser;
let carer: Visitor;
let principal: Visitor;
let host: string;
const dates: string[] = [];

interface CarerLine {
  readonly id: string;
  readonly children: readonly { readonly id: string }[];
}

beforeAll(async () => {
  district = await startSmallDistrict();
  browser = await openBrowser();
  carer = await visit(browser, district.url, { persona: 'carer', size: PHONE });
  principal = await visit(browser, district.url, { persona: 'principal', size: DESK });
  const me = await principal.ask<{ posts: { organisation: { id: string } }[] }>('GET', '/me');
  host = me.posts[0]?.organisation.id ?? '';
  for (const days of [3, 10]) dates.push(await publish(days));
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await district?.stop();
  if (district) await removeDistrict(district);
});

/** A date of the weekend classes with one place; gives its id. */
async function publish(days: number): Promise<string> {
  const begins = Date.now() + days * DAY_MILLISECONDS;
  const made = await principal.ask<{ activity_id: string }>('POST', '/activities', {
    host_id: host,
    kind: 'parent-child-practice',
    title: '亲子烘焙',
    place: '综合楼',
    begins_at: new Date(begins).toISOString(),
    ends_at: new Date(begins + 3_600_000).toISOString(),
    capacity: 1,
  });
  await principal.ask('POST', `/activities/${made.activity_id}/publish`);
  return made.activity_id;
}

/** Another family of the school takes the one place. */
async function fill(activity: string): Promise<void> {
  const own = await carer.ask<{ person: { id: string } }>('GET', '/me');
  const { items } = await principal.ask<{ items: CarerLine[] }>('GET', '/carers?limit=10');
  const other = items.find(({ id }) => id !== own.person.id);
  await principal.ask('POST', `/activities/${activity}/registrations`, {
    carer_id: other?.id,
    student_ids: [other?.children[0]?.id],
  });
}

describe('weekend classes', () => {
  test('are made by the school, which asks what it has to know', async () => {
    const { page } = principal;
    await principal.go(`/desk/activities/${dates[0]}`);
    await page.getByRole('button', { name: '设置问题' }).click();
    await page.getByLabel('问什么').fill(QUESTION);
    expect(await principal.broken()).toEqual([]);
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByText('问题已保存').waitFor();

    await page.getByRole('link', { name: '系列项目' }).click();
    await page.getByRole('button', { name: '新建项目' }).first().click();
    await page.getByLabel('名称').fill('周末课堂');
    expect(await principal.broken()).toEqual([]);
    await page.getByRole('button', { name: '建好，去选场次' }).click();
    await page.getByRole('button', { name: '选择场次' }).click();
    const boxes = page.getByRole('checkbox', { name: /亲子烘焙/ });
    await boxes.nth(0).check();
    await boxes.nth(1).check();
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByText('场次已保存').waitFor();
    expect(await principal.broken()).toEqual([]);
  });

  test('are found by a family, which signs up for one and answers', async () => {
    const { page } = carer;
    await carer.go(`/app/activities/${dates[0]}`);
    await page.getByRole('button', { name: '报名' }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByLabel(QUESTION).fill('花生');
    expect(await carer.broken()).toEqual([]);
    await sheet.getByRole('button', { name: /为 \d 个孩子报名/ }).click();
    await page.getByRole('link', { name: '出示我的签到码' }).waitFor();
    await page.getByText('花生').waitFor();
    await principal.go(`/desk/activities/${dates[0]}`);
    await principal.page.getByRole('cell', { name: '花生' }).waitFor();
  });

  test('put the family behind those that had no place yet, and say so', async () => {
    await fill(dates[1] as string);
    const { page } = carer;
    await carer.go(`/app/activities/${dates[1]}`);
    await page.getByRole('link', { name: '周末课堂' }).click();
    await page.getByRole('button', { name: '把 1 场都报上' }).click();
    await page.getByText('报上了 1 场').waitFor();
    await page.getByText('候补第 1 位').waitFor();
    expect(await carer.broken()).toEqual([]);
    await carer.go(`/app/activities/${dates[1]}`);
    await page.getByText('先照顾本学期还没参加过的家庭').waitFor();
    expect(await carer.broken()).toEqual([]);
  });

  test('are looked at before they are made for the next term', async () => {
    const { page } = principal;
    await principal.go('/desk/programmes');
    await page.getByRole('link', { name: '周末课堂' }).click();
    await page.getByRole('button', { name: '下学期再办' }).click();
    await page.getByText('新学期的日子').waitFor();
    expect(await principal.broken()).toEqual([]);
    expect([...principal.faults, ...carer.faults]).toEqual([]);
  });
});
