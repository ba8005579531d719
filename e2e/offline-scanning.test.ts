import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DESK, openBrowser, PHONE, type Visitor, visit } from './browser.ts';
import { type RunningDistrict, removeDistrict, startSmallDistrict } from './running-district.ts';

const MINUTE = 60_000;

let district: RunningDistrict;
let browser: Browser;
let carer: Visitor;
let grandparent: Visitor;
let scanner: Visitor;
let principal: Visitor;
let activity: string;

beforeAll(async () => {
  district = await startSmallDistrict();
  browser = await openBrowser();
  carer = await visit(browser, district.url, { persona: 'carer', size: PHONE });
  grandparent = await visit(browser, district.url, { persona: 'grandparent', size: PHONE });
  scanner = await visit(browser, district.url, { persona: 'principal', size: PHONE });
  principal = await visit(browser, district.url, { persona: 'principal', size: DESK });
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await district?.stop();
  if (district) await removeDistrict(district);
});

/** What the carer's phone shows now. */
const passOf = async (who: Visitor) =>
  (await who.ask<{ pass: string }>('GET', `/activities/${activity}/my-code`)).pass;

/** As a hand-held reader types it. */
async function read(page: Page, text: string): Promise<void> {
  await page.getByLabel('扫码枪扫到的内容').fill(text);
  await page.keyboard.press('Enter');
}

const withNetwork = (there: boolean) => scanner.page.context().setOffline(!there);

describe('a hall without network', () => {
  test('the phone at the door opens the scanner while there still is one', async () => {
    await openDoor('山里的家长会');
    await scanner.go(`/desk/activities/${activity}/scanner?by=hand`);
    await scanner.page.getByLabel('扫码枪扫到的内容').waitFor();
    expect(await scanner.broken()).toEqual([]);
    await scanner.page.waitForFunction(`navigator.serviceWorker.ready.then(async () =>
      Boolean(navigator.serviceWorker.controller) &&
      (await caches.keys()).includes('gongyu-last-answers'))`);
  });

  test('it checks passes by itself, says how many wait, and holds no names to browse', async () => {
    const [registered, unregistered] = [await passOf(carer), await passOf(grandparent)];
    await withNetwork(false);
    await scanner.page.getByText('现在没有网络，照常扫码').waitFor();
    await read(scanner.page, registered);
    await scanner.page.getByText('已签到，请进').waitFor();
    await scanner.page.getByText('还有 1 条没有发送').waitFor();
    await read(scanner.page, unregistered);
    await scanner.page.getByText('出码时还没有报名').waitFor();
    await scanner.page.getByText('还有 2 条没有发送').waitFor();
    await read(scanner.page, registered);
    await scanner.page.getByText('早就签到啦').waitFor();
    const letter = registered[30] === '0' ? '1' : '0';
    await read(scanner.page, `${registered.slice(0, 30)}${letter}${registered.slice(31)}`);
    await scanner.page.getByText('这不是本平台的签到码').waitFor();
    await scanner.page.getByText('还有 3 条没有发送').waitFor();
    expect(await scanner.broken()).toEqual([]);
    await scanner.page.getByText('按姓名').click();
    await scanner.page.getByText('没有网络时不能按姓名找').waitFor();
    expect(await scanner.page.getByRole('listitem').count()).toBe(0);
  });

  test('it opens again without network, and nothing that waits is lost', async () => {
    scanner.page.once('dialog', (dialog) => void dialog.accept());
    await scanner.page.goto(`${district.url}/desk/activities/${activity}/scanner?by=hand`);
    await scanner.page.getByText('还有 3 条没有发送').waitFor();
    await scanner.page.getByRole('heading', { name: '山里的家长会' }).waitFor();
    await read(scanner.page, 'https://example.org/');
    await scanner.page.getByText('这不是签到码').waitFor();
    expect(await scanner.text()).toContain('还有 3 条没有发送');
  });

  test('whoever leaves is told what was not sent', async () => {
    const asked = scanner.page.waitForEvent('dialog');
    const click = scanner.page.getByRole('link', { name: '离开扫码，回到活动' }).click();
    const dialog = await asked;
    expect(dialog.message()).toContain('还有 3 条签到没有发送');
    await dialog.dismiss();
    await click;
    expect(scanner.page.url()).toContain('/scanner');
  });

  test('with the network back all is sent once, and what does not fit waits for a person', async () => {
    await withNetwork(true);
    await scanner.page.getByText('有 2 条需要核对').waitFor({ timeout: 30_000 });
    await expect.poll(() => scanner.text()).not.toContain('没有发送');
    expect(await scanner.broken()).toEqual([]);
    await carer.go('/app/');
    expect(await carer.text()).toContain('您已入场');
  });

  test('the host admits one and dismisses the other, each with a reason', async () => {
    const { page } = principal;
    await principal.go(`/desk/activities/${activity}`);
    await page.getByRole('heading', { name: '待核对的签到 (2)' }).waitFor();
    expect(await principal.broken()).toEqual([]);
    await decide('没有报名，或已取消', '补记签到', '我在门口看见她进来了');
    await page.getByRole('heading', { name: '待核对的签到 (1)' }).waitFor();
    await decide('不是本平台的签到码', '不予记录', '有人试着改码');
    await page.getByText('没有要核对的了').waitFor();
    await page.getByLabel('也看处理过的').check();
    await page.getByText('我在门口看见她进来了').waitFor();
    expect(await principal.broken()).toEqual([]);
    await grandparent.go('/app/');
    expect(await grandparent.text()).toContain('您已入场');
    expect([...scanner.faults, ...principal.faults, ...carer.faults]).toEqual([]);
  });
});

describe('a door with network', () => {
  let wrong: string;

  test('lets a family in that did not sign up, after sending what waits', async () => {
    wrong = await passOf(carer);
    await openDoor('有网的家长会');
    const [registered, unregistered] = [await passOf(carer), await passOf(grandparent)];
    await scanner.go(`/desk/activities/${activity}/scanner?by=hand`);
    await scanner.page.getByLabel('扫码枪扫到的内容').waitFor();
    await withNetwork(false);
    await read(scanner.page, registered);
    await scanner.page.getByText('还有 1 条没有发送').waitFor();
    // The network is back, and slow: what waits is still on its way as the next family stands there.
    let arrive = () => {};
    const arrived = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    await scanner.page.route('**/scans', async (route) => {
      await arrived;
      await route.continue();
    });
    await withNetwork(true);
    await read(scanner.page, unregistered);
    arrive();
    const { person } = await grandparent.ask<{ person: { name: string } }>('GET', '/me');
    await scanner.page.getByText(person.name).waitFor();
    await scanner.page.getByText('已签到，请进').waitFor();
    await expect.poll(() => scanner.text(), { timeout: 20_000 }).not.toContain('没有发送');
    expect(await conflicts()).toEqual([]);
    await scanner.page.unroute('**/scans');
  });

  test('keeps what it refuses for a person to look at, once, however often it is held up', async () => {
    const { page } = scanner;
    for (const _ of ['first', 'again']) {
      await read(page, wrong);
      await page.getByText('这是另一个活动的签到码').waitFor();
      await page.getByText('这一次也记下了').waitFor();
      expect(await scanner.broken()).toEqual([]);
      await page.getByText('有 1 条需要核对').waitFor();
      await expect.poll(() => scanner.text()).not.toContain('没有发送');
    }
    expect(await conflicts()).toEqual(['wrong-event']);
    await principal.go(`/desk/activities/${activity}`);
    await principal.page.getByRole('heading', { name: '待核对的签到 (1)' }).waitFor();
    expect(await principal.broken()).toEqual([]);
    expect([...scanner.faults, ...principal.faults]).toEqual([]);
  });
});

describe('a phone that cannot check a signature', () => {
  test('keeps what it scans, and the server says what it was', async () => {
    const old = await visit(browser, district.url, { persona: 'principal', size: PHONE });
    // As on plain http, where browsers have no cryptography.
    await old.page.addInitScript("Object.defineProperty(crypto, 'subtle', { value: undefined })");
    await old.go(`/desk/activities/${activity}/scanner?by=hand`);
    await old.page.getByLabel('扫码枪扫到的内容').waitFor();
    const pass = await passOf(carer);
    await old.page.route('**/api/**', (route) => route.abort());
    await read(old.page, pass);
    await old.page.getByText('已存下，稍后发送').waitFor();
    await old.page.getByText('还有 1 条没有发送').waitFor();
    await old.page.unroute('**/api/**');
    await expect.poll(() => old.text(), { timeout: 60_000 }).not.toContain('没有发送');
    expect(old.faults).toEqual([]);
  });
});

/** Publishes an event whose door is open, with the carer's family signed up. */
async function openDoor(title: string): Promise<void> {
  const me = await principal.ask<{ posts: { organisation: { id: string } }[] }>('GET', '/me');
  const begins = Date.now() + 20 * MINUTE;
  const made = await principal.ask<{ activity_id: string }>('POST', '/activities', {
    host_id: me.posts[0]?.organisation.id,
    kind: 'guidance-lecture',
    title,
    place: '礼堂',
    begins_at: new Date(begins).toISOString(),
    ends_at: new Date(begins + 90 * MINUTE).toISOString(),
  });
  activity = made.activity_id;
  await principal.ask('POST', `/activities/${activity}/publish`);
  const fits = await carer.ask<{ student_ids: string[] }>('GET', `/activities/${activity}`);
  await carer.ask('POST', `/activities/${activity}/registrations`, {
    student_ids: fits.student_ids.slice(0, 1),
  });
}

/** Why, of what waits for a person. */
async function conflicts(): Promise<string[]> {
  const { items } = await principal.ask<{ items: { reason: string }[] }>(
    'GET',
    `/activities/${activity}/scan-conflicts`,
  );
  return items.map(({ reason }) => reason);
}

async function decide(why: string, button: string, reason: string): Promise<void> {
  const { page } = principal;
  await page.getByRole('row').filter({ hasText: why }).getByRole('checkbox').check();
  await page.getByLabel('原因（家长可能看到）').fill(reason);
  await page.getByRole('button', { name: button }).click();
  await page.getByText('已处理 1 条').first().waitFor();
}
