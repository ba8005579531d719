import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rowsOfFirstSheet, workbook } from '../server/directory/roster/testing/workbooks.ts';
import { DESK, openBrowser, PHONE, type Visitor, visit } from './browser.ts';
import { type RunningDistrict, removeDistrict, startSmallDistrict } from './running-district.ts';

const MINUTE = 60_000;

let district: RunningDistrict;
let browser: Browser;
let carer: Visitor;
let atTheDoor: Visitor;
let principal: Visitor;

beforeAll(async () => {
  district = await startSmallDistrict();
  browser = await openBrowser();
  carer = await visit(browser, district.url, { persona: 'carer', size: PHONE });
  atTheDoor = await visit(browser, district.url, { persona: 'principal', size: PHONE });
  principal = await visit(browser, district.url, { persona: 'principal', size: DESK });
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await district?.stop();
  if (district) await removeDistrict(district);
});

interface Me {
  readonly person: { readonly name: string };
  readonly children: readonly { readonly id: string; readonly name: string }[];
}

interface Signed {
  readonly activity: string;
  /** Of the carer. */
  readonly name: string;
  readonly child: string;
}

/** An event of the school that begins in some minutes, with the carer and one child signed up. */
async function signedUp(kind: string, title: string, minutes: number): Promise<Signed> {
  const host = await principal.ask<{ posts: { organisation: { id: string } }[] }>('GET', '/me');
  const begins = Date.now() + minutes * MINUTE;
  const { activity_id: activity } = await principal.ask<{ activity_id: string }>(
    'POST',
    '/activities',
    {
      host_id: host.posts[0]?.organisation.id,
      kind,
      title,
      place: '校园农场',
      begins_at: new Date(begins).toISOString(),
      ends_at: new Date(begins + 90 * MINUTE).toISOString(),
    },
  );
  await principal.ask('POST', `/activities/${activity}/publish`);
  const fits = await carer.ask<{ student_ids: string[] }>('GET', `/activities/${activity}`);
  const own = fits.student_ids.slice(0, 1);
  await carer.ask('POST', `/activities/${activity}/registrations`, { student_ids: own });
  const me = await carer.ask<Me>('GET', '/me');
  const child = me.children.find(({ id }) => id === own[0])?.name ?? '';
  return { activity, name: me.person.name, child };
}

describe('where carer and child come together', () => {
  let here: Signed;
  beforeAll(async () => {
    here = await signedUp('parent-child-practice', '一起种豆子', 5);
  });

  test('the phone says so beforehand', async () => {
    await carer.go(`/app/activities/${here.activity}`);
    await carer.page.getByText('请和孩子一起来').waitFor();
    expect(await carer.broken()).toEqual([]);
  });

  test('the door sees who came along, and takes the tick away when the child did not', async () => {
    await atTheDoor.go(`/desk/activities/${here.activity}/scanner?by=name`);
    const door = atTheDoor.page.locator('main').last();
    await door.getByRole('textbox').fill(here.name);
    await door.getByRole('button', { name: here.name }).first().click();
    const tick = door.getByRole('checkbox', { name: here.child });
    await tick.waitFor();
    expect(await tick.isChecked()).toBe(true);
    expect(await atTheDoor.broken()).toEqual([]);
    const saved = atTheDoor.page.waitForResponse(
      (answer) => answer.request().method() === 'PUT' && answer.url().endsWith('/children'),
    );
    await tick.uncheck();
    expect((await saved).status()).toBe(200);
    await door.getByText('没有孩子一起来，这次不计参加。').waitFor();
  });

  test('and the carer reads that it will not count, and whom to tell', async () => {
    await carer.go(`/app/activities/${here.activity}`);
    await carer.page.getByText('老师没有看到孩子一起来').waitFor();
    expect(await carer.broken()).toEqual([]);
  });
});

describe('the sheet on paper', () => {
  let here: Signed;
  let filled: Buffer;
  beforeAll(async () => {
    here = await signedUp('guidance-lecture', '好习惯从家里开始', 1);
  });

  test('is taken from the page as a workbook with everybody who signed up', async () => {
    await principal.go(`/desk/activities/${here.activity}/paper-sheet`);
    const download = principal.page.waitForEvent('download');
    await principal.page.getByRole('link', { name: /Excel/ }).click();
    const rows = await rowsOfFirstSheet(await readFile(await (await download).path()));
    const line = rows.find((cells) => cells.includes(here.name));
    expect(line).toContain(here.child);
    filled = await fill(rows, here.name);
  });

  test('comes back filled in: looked at first, then taken, and the list has the carer', async () => {
    const file = { name: '签到表.xlsx', mimeType: XLSX, buffer: filled };
    await principal.page.locator('input[type=file]').setInputFiles(file);
    const table = principal.page.getByRole('table').filter({ hasText: here.name });
    await table.waitFor();
    expect(await principal.broken()).toEqual([]);
    await principal.page.getByRole('button', { name: '记下 1 位' }).click();
    await principal.page.getByText('已按签到表记下 1 位。').waitFor();
    await principal.go(`/desk/activities/${here.activity}`);
    const row = principal.page.getByRole('row').filter({ hasText: here.name });
    await row.getByText('在场').waitFor();
    expect([...principal.faults, ...carer.faults, ...atTheDoor.faults]).toEqual([]);
  });
});

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** As if written by hand: the carer came when the doors opened. */
async function fill(rows: readonly (readonly unknown[])[], name: string): Promise<Buffer> {
  const entered = rows[0]?.indexOf('签到') ?? -1;
  const now = new Date(Date.now() + 8 * 60 * MINUTE).toISOString().slice(11, 16);
  const written = rows.map((cells) =>
    cells.map((cell, column) =>
      column === entered && cells.includes(name) ? now : String(cell ?? ''),
    ),
  );
  return workbook({ 签到表: written });
}
