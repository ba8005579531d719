import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DESK, openBrowser, PHONE, type Visitor, visit } from './browser.ts';
import { type RunningDistrict, removeDistrict, startSmallDistrict } from './running-district.ts';

const TITLE = '和孩子一起定手机规则';
const DAY_MILLISECONDS = 86_400_000;

let district: RunningDistrict;
let browser: Browser;
let carer: Visitor;
let principal: Visitor;
let activity: string;

interface CarerLine {
  readonly id: string;
  readonly name: string;
  readonly children: readonly { readonly id: string }[];
}

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

/** The school signs a family up, as it does for one that calls; gives its registration. */
async function signUpByPhone({ id, children }: CarerLine): Promise<string> {
  const body = { carer_id: id, student_ids: [children[0]?.id] };
  const made = await principal.ask<{ id: string }>(
    'POST',
    `/activities/${activity}/registrations`,
    body,
  );
  return made.id;
}

/** The list of sign-ups comes first, so that what was pressed is gone before the deed is over. */
async function holdTheActivityUntilTheRowIsNew(): Promise<void> {
  const { page } = principal;
  await page.route(`**/api/v1/activities/${activity}`, async (route) => {
    await page.getByText('待确认，至').waitFor({ state: 'detached' });
    await route.continue();
  });
}

describe('a full event whose places come free', () => {
  let others: CarerLine[];

  test('a carer joins the waiting list, and sees as which', async () => {
    const me = await principal.ask<{ posts: { organisation: { id: string } }[] }>('GET', '/me');
    const begins = Date.now() + 3 * DAY_MILLISECONDS;
    const draft = {
      host_id: me.posts[0]?.organisation.id,
      kind: 'guidance-lecture',
      title: TITLE,
      place: '报告厅',
      begins_at: new Date(begins).toISOString(),
      ends_at: new Date(begins + 5_400_000).toISOString(),
      capacity: 1,
    };
    const made = await principal.ask<{ activity_id: string }>('POST', '/activities', draft);
    activity = made.activity_id;
    await principal.ask('POST', `/activities/${activity}/publish`);
    const own = await carer.ask<{ person: { id: string } }>('GET', '/me');
    const { items } = await principal.ask<{ items: CarerLine[] }>('GET', '/carers?limit=10');
    others = items.filter(({ id }) => id !== own.person.id);

    const first = await signUpByPhone(others[0] as CarerLine);
    await carer.go(`/app/activities/${activity}`);
    await carer.page.getByRole('button', { name: '排候补' }).click();
    await carer.page.getByText('候补第 1 位').waitFor();
    expect(await carer.broken()).toEqual([]);
    await principal.ask('DELETE', `/activities/${activity}/registrations/${first}`);
  });

  test('is asked on the home page, and takes the place', async () => {
    await carer.go('/app/');
    expect(await carer.text()).toContain('有一个名额等您确认');
    expect(await carer.text()).not.toContain('今天没有要您操心的事');
    expect(await carer.broken()).toEqual([]);
    await carer.page.getByRole('link', { name: '去确认' }).click();
    await carer.page.getByText('过时会让给下一家').waitFor();
    expect(await carer.broken()).toEqual([]);
    await carer.page.getByRole('button', { name: '确认参加' }).click();
    await carer.page.getByRole('link', { name: '出示我的签到码' }).waitFor();
    await carer.go('/app/');
    expect(await carer.text()).not.toContain('有一个名额等您确认');
  });

  test('gives it up; the school calls the next family and accepts for them', async () => {
    const next = others[1] as CarerLine;
    await signUpByPhone(next);
    await carer.go(`/app/activities/${activity}`);
    await carer.page.getByRole('button', { name: '取消报名' }).click();
    await carer.page.getByRole('dialog').getByRole('button', { name: '取消报名' }).click();
    await carer.page.getByText('已取消报名').first().waitFor();

    await principal.go(`/desk/activities/${activity}`);
    await principal.page.getByText('待确认，至').waitFor();
    expect(await principal.broken()).toEqual([]);
    await holdTheActivityUntilTheRowIsNew();
    await principal.page.getByRole('button', { name: '家长已答应' }).click();
    await principal.page.getByText('已为这家报名').waitFor();
    await expect.poll(() => principal.text()).not.toContain('待确认，至');
  });

  test('is held again a week later, and the family finds the other time', async () => {
    const { page } = principal;
    await page.getByRole('button', { name: '更多' }).click();
    await page.getByText('再办几场').click();
    const box = page.getByRole('dialog');
    await box.getByLabel('共几场').fill('2');
    await box.getByRole('checkbox').nth(1).uncheck();
    expect(await principal.broken()).toEqual([]);
    await box.getByRole('button', { name: '存 1 份草稿' }).click();
    await page.getByText('已存好 1 份草稿').waitFor();
    await page.getByRole('link', { name: TITLE }).click();
    await page.getByText('同一活动的其他场次').waitFor();
    expect(await principal.broken()).toEqual([]);
    await page.getByRole('button', { name: '发布' }).click();
    const asked = page.getByRole('dialog');
    await asked.getByText('就能看到并报名').waitFor();
    await asked.getByRole('button', { name: '发布' }).click();
    await page.getByText('已发布，家长现在就能报名').waitFor();

    await carer.go(`/app/activities/${activity}`);
    await carer.page.getByRole('heading', { name: '其他场次' }).waitFor();
    expect(await carer.broken()).toEqual([]);
  });

  test('has a poster and a list of those who come, to print', async () => {
    await principal.go(`/desk/activities/${activity}/poster`);
    await principal.page.getByRole('img', { name: '报名二维码' }).waitFor();
    expect(await principal.broken()).toEqual([]);
    await principal.go(`/desk/activities/${activity}/sign-in-sheet`);
    const rows = principal.page.getByRole('row');
    await rows.filter({ hasText: others[1]?.name ?? '' }).waitFor();
    expect(await principal.broken()).toEqual([]);
    await principal.page.emulateMedia({ media: 'print' });
    expect(await principal.text()).not.toContain('工作台');
    // The head, one family with a place, and empty lines.
    expect(await rows.count()).toBe(1 + 1 + 8);
    expect([...principal.faults, ...carer.faults]).toEqual([]);
  });
});
