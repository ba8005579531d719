import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  CARER_HEADER,
  carerRow,
  ORGANISATION_HEADER,
  STUDENT_HEADER,
  studentRow,
  workbook,
} from '../server/directory/roster/testing/workbooks.ts';
import { DESK, openBrowser, PHONE, type Visitor, visit } from './browser.ts';
import { type RunningDistrict, removeDistrict, startSmallDistrict } from './running-district.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const PHONE_NUMBER = '10099990001';
const TITLE = '孩子不爱说话怎么办';
const MINUTE = 60_000;

let district: RunningDistrict;
let browser: Browser;
let officer: Visitor;
let carer: Visitor;

beforeAll(async () => {
  district = await startSmallDistrict();
  browser = await openBrowser();
  officer = await visit(browser, district.url, { persona: 'district-officer', size: DESK });
  carer = await visit(browser, district.url, { size: PHONE });
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await district?.stop();
  if (district) await removeDistrict(district);
});

/** A new school with a class of two; the phone of one carer lacks two digits. */
async function roster(): Promise<Buffer> {
  return workbook({
    机构: [ORGANISATION_HEADER, ['S001', '云山小学', '学校', '', '小学']],
    学生: [
      STUDENT_HEADER,
      studentRow('云小禾', 'G999900000000001'),
      studentRow('云小满', 'G999900000000002', { gender: '女' }),
    ],
    家长: [
      CARER_HEADER,
      carerRow('G999900000000001', '云大山', PHONE_NUMBER),
      carerRow('G999900000000002', '石小路', '100999900'),
    ],
  });
}

async function uploadRoster(): Promise<void> {
  await officer.go('/desk/roster-import');
  const file = { name: '云山小学名册.xlsx', mimeType: XLSX, buffer: await roster() };
  await officer.page.locator('input[type=file]').setInputFiles(file);
  await officer.page.getByText('已读完，现在还什么都没有写入').waitFor();
}

describe('from a school’s roster to the door of an event', () => {
  test('the district looks at a roster before anything is written, and gets the bad row back as a sheet', async () => {
    await uploadRoster();
    const text = await officer.text();
    expect(text).toContain('有 1 行有误，不会写入');
    const problem = officer.page.getByRole('row', { name: /手机号/ });
    expect(await problem.innerText()).toMatch(/家长\s+3\s/);
    expect(await officer.broken()).toEqual([]);
    const saved = officer.page.waitForEvent('download');
    await officer.page.getByRole('button', { name: '下载有误的 1 行' }).click();
    expect((await saved).suggestedFilename()).toBe('退回的行.xlsx');
  });

  test('it confirms, and the same file again would change nothing', async () => {
    await officer.page.getByRole('button', { name: '确认写入' }).click();
    await officer.page.getByText('名册已写入').waitFor();
    expect(await officer.broken()).toEqual([]);
    await uploadRoster();
    const button = officer.page.getByRole('button', { name: '没有变化，不用写入' });
    expect(await button.isDisabled()).toBe(true);
  });

  test('a carer of the roster signs in with the code on the phone, and the child is there', async () => {
    await carer.go('/app/');
    await carer.page.getByLabel('手机号').fill(PHONE_NUMBER);
    await carer.page.getByRole('button', { name: '获取验证码' }).click();
    await carer.page.getByText('输入验证码').waitFor();
    expect(await carer.broken()).toEqual([]);
    await carer.page.getByLabel('验证码').fill(await district.lastCode());
    await carer.page.getByText('云小禾').first().waitFor();
    expect(await carer.text()).toContain('三年级1班');
    expect(await carer.text()).not.toContain('云小满');
    expect(await carer.broken()).toEqual([]);
  });

  test('the district drafts a lecture and publishes it', async () => {
    const { page } = officer;
    const begins = new Date(Math.ceil((Date.now() + 30 * MINUTE) / (5 * MINUTE)) * 5 * MINUTE);
    const shanghai = new Date(begins.getTime() + 8 * 60 * MINUTE).toISOString();
    await officer.go('/desk/activities/new');
    await page.getByLabel('种类').click();
    await page.getByTitle('家庭教育讲座').click();
    await page.getByLabel('名称').fill(TITLE);
    await page.getByLabel('日期').fill(shanghai.slice(0, 10));
    await page.getByLabel('日期').press('Enter');
    await page.getByLabel('开始', { exact: true }).fill(shanghai.slice(11, 16));
    await page.getByLabel('开始', { exact: true }).press('Enter');
    await page.getByLabel('地点').fill('区图书馆报告厅');
    expect(await officer.broken()).toEqual([]);
    await page.getByLabel('邀请对象').click();
    await page.getByRole('tree').waitFor();
    expect(await officer.broken()).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '存为草稿' }).click();
    await page.getByText('这还是草稿，家长看不到').waitFor();
    expect(await officer.broken()).toEqual([]);
    await page.getByRole('button', { name: /^发\s?布$/ }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^发\s?布$/ })
      .click();
    await page.getByText('已发布，家长现在就能报名').waitFor();
  });

  test('the carer finds it on the phone and signs up for the child', async () => {
    const { page } = carer;
    await carer.go('/app/activities');
    await page.getByText(TITLE).first().click();
    await page.getByRole('button', { name: '报名' }).click();
    await page.getByText('已为您报名').first().waitFor();
    expect(await carer.broken()).toEqual([]);
    await carer.go('/app/my-activities');
    expect(await carer.text()).toContain(TITLE);
  });

  test('staff let the carer in by name, and the phone says so', async () => {
    const { page } = officer;
    await page.getByRole('button', { name: '扫码签到' }).click();
    await page.getByText('按姓名').first().click();
    await page.getByLabel('孩子或家长的姓名、拼音').fill('云大山');
    await page.getByRole('button', { name: /云大山/ }).click();
    await page.getByText('已签到，请进').waitFor();
    expect(await officer.broken()).toEqual([]);
    await carer.go('/app/');
    expect(await carer.text()).toContain('您已入场');
    expect([...officer.faults, ...carer.faults]).toEqual([]);
  });
});
