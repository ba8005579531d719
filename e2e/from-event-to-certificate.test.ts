import { readFile } from 'node:fs/promises';
import type { Browser, Download } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  credentialIn,
  lettersOf,
} from '../server/counting/certificates/credential/testing/read-paper.ts';
import { rowsOfFirstSheet, workbook } from '../server/directory/roster/testing/workbooks.ts';
import { DESK, LARGER_PHONE, openBrowser, PHONE, type Visitor, visit } from './browser.ts';
import { type RunningDistrict, removeDistrict, startSmallDistrict } from './running-district.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const EVENT = '家长学校开放课堂';
const NOBODYS_NUMBER = 'TF-20260000000';
const LATE = '签退机没电，按签到表补记';
const LOOKED_INTO = '有家长反映，正在核对签到记录';
const FOUND_RIGHT = '核对无误';
const NEVER_CAME = '核对后确认没有到场';
/** Counting and signing follow within a second; a machine that does much else is given more. */
const PATIENCE = { timeout: 20_000 };

let district: RunningDistrict;
let browser: Browser;
let carer: Visitor;
let principal: Visitor;
let admissions: Visitor;

beforeAll(async () => {
  district = await startSmallDistrict();
  browser = await openBrowser();
  carer = await visit(browser, district.url, { persona: 'carer', size: PHONE });
  name = (await carer.ask<{ person: { name: string } }>('GET', '/me')).person.name;
  principal = await visit(browser, district.url, { persona: 'principal', size: DESK });
  admissions = await visit(browser, district.url, { persona: 'admissions-officer', size: DESK });
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await district?.stop();
  if (district) await removeDistrict(district);
});

/** Shows the page again until it says so. */
async function goUntil(visitor: Visitor, path: string, says: string): Promise<void> {
  await expect
    .poll(async () => {
      await visitor.go(path);
      return visitor.text();
    }, PATIENCE)
    .toContain(says);
}

async function openEvent(): Promise<void> {
  await principal.go('/desk/activities');
  await principal.page.getByRole('link', { name: EVENT }).first().click();
  await principal.page.getByRole('heading', { name: EVENT }).waitFor();
}

/** Opens what is written of the carer's presence and puts it right, with a reason. */
async function correct(minutes: number, reason: string): Promise<void> {
  const { page } = principal;
  await openEvent();
  await page.getByLabel('孩子或家长的姓名、拼音').fill(name);
  await page.getByRole('button', { name, exact: true }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByLabel('应计的分钟数').fill(String(minutes));
  expect(await principal.broken()).toEqual([]);
  await sheet.getByLabel('原因').fill(reason);
  await sheet.getByRole('button', { name: '更正' }).click();
  await page.getByText('已更正，积分随后重算').waitFor();
  await sheet.getByText(`原因：${reason}`).waitFor();
  expect(await principal.broken()).toEqual([]);
}

/** What the phone gets that opens the paper by its button, in a tab of its own. */
async function openedPaper(): Promise<Buffer> {
  const { page } = carer;
  const context = page.context();
  const bytes = new Promise<Buffer>((resolve) => {
    void context.route('**/paper', async (route) => {
      const response = await route.fetch();
      resolve(await response.body());
      await route.fulfill({ response });
    });
  });
  const [tab] = await Promise.all([
    context.waitForEvent('page'),
    page.getByRole('link', { name: '打开证明（PDF）' }).click(),
  ]);
  const paper = await bytes;
  await tab.close();
  return paper;
}

async function savedBy(press: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([admissions.page.waitForEvent('download'), press()]);
  return { name: download.suggestedFilename(), bytes: await bytesOf(download) };
}

async function bytesOf(download: Download): Promise<Buffer> {
  return readFile(await download.path());
}

/** The officer's sheet with these certificates comes back with a result a line. */
async function verifySheet(lines: readonly [number: string, name: string][]) {
  await admissions.go('/desk/verify-certificates?by=sheet');
  const buffer = await workbook({ 名单: [['证明编号', '孩子姓名'], ...lines] });
  const file = { name: '一年级新生.xlsx', mimeType: XLSX, buffer };
  const { name: saved, bytes } = await savedBy(() =>
    admissions.page.locator('input[type=file]').setInputFiles(file),
  );
  await admissions.page.getByText('核验完了，结果已下载').waitFor();
  expect(saved).toBe('核验结果.xlsx');
  return rowsOfFirstSheet(bytes);
}

/** The district's officer decides on the certificate whose file is open. */
async function decide({ page }: Visitor, way: string, reason: string): Promise<void> {
  await page.getByRole('button', { name: way }).click();
  const box = page.getByRole('dialog').filter({ has: page.getByRole('textbox') });
  await box.getByRole('textbox').fill(reason);
  await box.getByRole('button', { name: way }).click();
  await box.waitFor({ state: 'detached' });
}

let name: string;
let certificate: { number: string; child: string; verifyPath: string };

describe('from an event to a certificate that stands up', () => {
  test('a carer sees on the phone what is on today, what is missing, and shows the code', async () => {
    await carer.go('/app/');
    const text = await carer.text();
    expect(text).toContain(EVENT);
    expect(text).toContain('还差 3 分');
    expect(text).toContain('扫大屏签到');
    await carer.page.getByRole('link', { name: '出示我的签到码' }).click();
    await carer.page.getByRole('heading', { name: '我的签到码' }).waitFor();
    await carer.page.getByRole('img', { name: /的签到码/ }).waitFor();
    expect(await carer.broken()).toEqual([]);
  });

  test('staff find the carer at the door by name, and once more changes nothing', async () => {
    const { page } = principal;
    await openEvent();
    expect(await principal.broken()).toEqual([]);
    await page.getByRole('button', { name: '签到大屏' }).click();
    await page.getByText('入场扫一次签到，离场扫一次签退').waitFor();
    expect(await principal.broken()).toEqual([]);
    await page.getByRole('link', { name: '离开大屏，回到活动' }).click();
    await page.getByRole('button', { name: '扫码签到' }).click();
    await page.getByText('按姓名').first().click();
    await page.getByLabel('孩子或家长的姓名、拼音').fill(name);
    await page.getByRole('button', { name }).click();
    await page.getByText('已签到，请进').waitFor();
    expect(await principal.broken()).toEqual([]);
    await page.getByRole('button', { name }).click();
    await page.getByText('早就签到啦，不用再签').waitFor();
  });

  test('who is inside is asked to check out, on the home and where codes are', async () => {
    await goUntil(carer, '/app/', '您已入场');
    expect(await carer.text()).toContain('扫大屏签退');
    expect(await carer.text()).not.toContain('扫大屏签到');
    await carer.page.getByRole('link', { name: '扫大屏签退' }).click();
    await carer.page.getByRole('heading', { name: '扫码签退' }).waitFor();
    await carer.page.getByRole('button', { name: '签退', exact: true }).waitFor();
    expect(await carer.broken()).toEqual([]);
    await carer.go('/app/my-code');
    expect(await carer.text()).toContain('我的签退码');
    expect(await carer.broken()).toEqual([]);
  });

  test('help names the district’s desk; in large type the door says to check out too', async () => {
    const { page } = carer;
    await carer.go('/app/help');
    const call = page.getByRole('link', { name: /^打电话 100/ });
    expect(await call.getAttribute('href')).toMatch(/^tel:100\d{8}$/);
    expect(await carer.text()).toContain('工作日');
    await page.getByRole('button', { name: '大字版' }).click();
    await carer.go('/app/');
    await page.getByRole('link', { name: '扫码签退' }).waitFor();
    expect(await carer.broken()).toEqual([]);
    await carer.go('/app/help');
    await page.getByRole('button', { name: '标准字号' }).click();
  });

  test('the school puts the time right on the desk, and the family reaches the score', async () => {
    await correct(180, LATE);
    await goUntil(carer, '/app/growth', '成长课时证明可以使用');
    expect(await carer.text()).toContain('20');
    expect(await carer.broken()).toEqual([]);
  });

  test('each point says on the phone where it comes from', async () => {
    await carer.go('/app/growth/entries');
    const entry = carer.page.locator('details').filter({ hasText: EVENT }).first();
    await entry.locator('summary').click();
    const why = await entry.innerText();
    expect(why).toContain('+3');
    expect(why).toContain('参加家庭教育指导，第 2 版（计划 2.4.1）');
    expect(await carer.broken()).toEqual([]);
  });

  test('and the phone itself works out that it stands in the signed ledger, unchanged', async () => {
    await carer.page.getByRole('link', { name: '看来由、查验、打印' }).first().click();
    await carer.page.getByText('每一步都对得上').waitFor();
    expect(await carer.text()).toContain('总账有本区的签名');
    expect(await carer.broken()).toEqual([]);
  });

  test('the paper opens by its button: a PDF with every field, and the credential inside', async () => {
    const { page } = carer;
    await carer.go('/app/certificates');
    expect(await carer.broken()).toEqual([]);
    await page
      .getByRole('link', { name: /成长课时证明/ })
      .first()
      .click();
    await page.getByRole('heading', { name: '证明上写着' }).waitFor();
    expect(await carer.broken()).toEqual([]);
    const paper = await openedPaper();
    expect(paper.subarray(0, 5).toString()).toBe('%PDF-');
    const terms = await page
      .locator('dl')
      .filter({ hasText: '证明编号' })
      .locator('dd')
      .allInnerTexts();
    const [number = '', child = ''] = terms;
    const letters = lettersOf(paper);
    for (const letter of terms.join('').replaceAll(/\s/g, '')) expect(letters).toContain(letter);
    const { credentialSubject } = credentialIn(paper);
    expect(JSON.stringify(credentialSubject)).toContain(child);
    await page.getByRole('button', { name: '核验二维码' }).click();
    const link = page.getByRole('link', { name: '打开核验页' });
    const address = new URL((await link.getAttribute('href')) ?? '');
    expect(await carer.broken()).toEqual([]);
    certificate = { number, child, verifyPath: `${address.pathname}${address.hash}` };
  });

  test('the page behind its QR says the same, to anyone', async () => {
    const stranger = await visit(browser, district.url, { size: LARGER_PHONE });
    await stranger.go(certificate.verifyPath);
    await stranger.page.getByText(certificate.number).first().waitFor();
    expect(await stranger.text()).toContain(certificate.child);
    expect(await stranger.broken()).toEqual([]);
    expect(stranger.faults).toEqual([]);
  });

  test('an admissions officer pastes a list, and gets it back with the results', async () => {
    const { page } = admissions;
    await admissions.go('/desk/verify-certificates');
    const { number, child } = certificate;
    await page
      .getByLabel('一行一份：证明编号，后面可以写孩子姓名')
      .fill(`${number}\t${child}\n${number}，别人家\n${NOBODYS_NUMBER}`);
    await page.getByText('3 份', { exact: true }).waitFor();
    await page.getByRole('button', { name: '开始核验' }).click();
    const table = page.getByRole('table').last();
    await table.getByText('查无此证').waitFor();
    expect(await admissions.broken()).toEqual([]);
    const { name: saved, bytes } = await savedBy(() =>
      page.getByRole('button', { name: '导出 Excel' }).click(),
    );
    expect(saved).toBe('核验结果.xlsx');
    const [header, ...rows] = await rowsOfFirstSheet(bytes);
    expect(header?.[0]).toBe('证明编号');
    expect(rows.map((row) => row[0])).toEqual([number, number, NOBODYS_NUMBER]);
    expect(rows[0]?.[2]).toContain('有效');
  });

  test('another time the officer uploads a sheet, and gets a sheet back', async () => {
    const { number, child } = certificate;
    const [header, ...rows] = await verifySheet([
      [number, child],
      [number, '别人家'],
      [NOBODYS_NUMBER, child],
    ]);
    expect(header?.slice(0, 3)).toEqual(['证明编号', '孩子姓名（所填）', '结果']);
    expect(rows.map((row) => row.slice(0, 2))).toEqual([
      [number, child],
      [number, '别人家'],
      [NOBODYS_NUMBER, child],
    ]);
    expect(rows[0]?.[2]).toContain('有效');
    expect(rows[0]?.[4]).toMatch(/^[\dX]{4}$/);
    // Who gives another name learns nothing of the child's number.
    expect(rows[1]?.[4]).toBeNull();
    expect(rows[2]?.[3]).toBeNull();
  });

  test('the district looks into it: it is out of use, the family reads why, and then it holds again', async () => {
    const officer = await visit(browser, district.url, { persona: 'district-officer', size: DESK });
    const { page } = officer;
    await officer.go('/desk/certificates');
    await page.getByLabel('孩子姓名、拼音或证明编号').fill(certificate.number);
    await page.getByRole('button', { name: certificate.child, exact: true }).click();
    const file = page.getByRole('dialog').first();
    await decide(officer, '核查，暂停', LOOKED_INTO);
    await file.getByText('核查中').first().waitFor();
    expect(await officer.broken()).toEqual([]);
    await goUntil(carer, '/app/certificates', '核查');
    await carer.page.getByRole('link', { name: certificate.number }).click();
    await carer.page.getByText(LOOKED_INTO).first().waitFor();
    expect(await carer.broken()).toEqual([]);
    const stranger = await visit(browser, district.url, { size: DESK });
    await stranger.go(certificate.verifyPath);
    await stranger.page.getByText('这份证明核查中').first().waitFor();
    expect(await stranger.text()).not.toContain(LOOKED_INTO);

    await decide(officer, '核查完毕', FOUND_RIGHT);
    await file.getByText(FOUND_RIGHT).waitFor();
    await stranger.page.reload();
    await stranger.page.getByText('这份证明有效').first().waitFor();
    expect([officer, stranger].flatMap(({ faults }) => faults)).toEqual([]);
  });

  test('a correction on the desk takes the points back, and the family is told why', async () => {
    await correct(0, NEVER_CAME);
    await goUntil(carer, '/app/', `已更正为 0 分钟。原因：${NEVER_CAME}`);
    expect(await carer.broken()).toEqual([]);
    await goUntil(carer, '/app/certificates', '暂停');
    await carer.page.getByRole('link', { name: certificate.number }).click();
    await carer.page.getByText(`收回原因：${NEVER_CAME}`).first().waitFor();
    expect(await carer.text()).toContain('降到 17 分，不足 20 分');
    expect(await carer.broken()).toEqual([]);
    await carer.go('/app/growth/entries');
    await carer.page.locator('details').first().locator('summary').click();
    expect(await carer.text()).toContain(NEVER_CAME);
    expect(await carer.broken()).toEqual([]);
  });

  test('and whoever verifies it from then on is told that it is suspended', async () => {
    const stranger = await visit(browser, district.url, { size: DESK });
    await stranger.go(certificate.verifyPath);
    await stranger.page.getByText('这份证明已暂停').first().waitFor();
    expect(await stranger.broken()).toEqual([]);
    const [, row] = await verifySheet([[certificate.number, certificate.child]]);
    expect(row?.[2]).toContain('暂停');
    expect([carer, principal, admissions, stranger].flatMap(({ faults }) => faults)).toEqual([]);
  });
});
