import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DESK, openBrowser, PHONE, type Visitor, visit } from './browser.ts';
import { type RunningDistrict, removeDistrict, startSmallDistrict } from './running-district.ts';

const MINUTE = 60_000;
const HALL = { latitude: 30.4, longitude: 104.07, accuracy: 20 };
const HOME = { latitude: 30.5, longitude: 104.07, accuracy: 20 };

let district: RunningDistrict;
let browser: Browser;
let carer: Visitor;
let principal: Visitor;
let activity: string;

beforeAll(async () => {
  district = await startSmallDistrict();
  browser = await openBrowser();
  carer = await visit(browser, district.url, { persona: 'carer', size: PHONE });
  principal = await visit(browser, district.url, { persona: 'principal', size: DESK });
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await district?.stop();
  if (district) await removeDistrict(district);
});

/** The address in the code on the hall's screen now. */
const link = async () =>
  (await principal.ask<{ link: string }>('GET', `/activities/${activity}/hall-code`)).link.replace(
    /^https?:\/\/[^/]+/,
    district.url,
  );

describe('the code on the hall’s screen, where the host asks for the distance', () => {
  test('the host turns it on at the hall', async () => {
    const me = await principal.ask<{ posts: { organisation: { id: string } }[] }>('GET', '/me');
    const begins = Date.now() + 20 * MINUTE;
    const made = await principal.ask<{ activity_id: string }>('POST', '/activities', {
      host_id: me.posts[0]?.organisation.id,
      kind: 'guidance-lecture',
      title: '怎样陪孩子读书',
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
    const context = principal.page.context();
    await context.grantPermissions(['geolocation']);
    await context.setGeolocation(HALL);
    await principal.go(`/desk/activities/${activity}`);
    await principal.page.getByRole('button', { name: '会场就在我这里' }).click();
    await principal.page.getByText('会场位置已记下').waitFor();
    await principal.page.getByText('离会场 200 米以内').waitFor();
    expect(await principal.broken()).toEqual([]);
  });

  test('a phone elsewhere is told the way out', async () => {
    const context = carer.page.context();
    await context.grantPermissions(['geolocation']);
    await context.setGeolocation(HOME);
    await carer.page.goto(await link());
    await carer.page.getByText('这场活动要确认您在现场').waitFor();
    expect(await carer.broken()).toEqual([]);
    await carer.page.getByRole('button', { name: '用定位签到' }).click();
    await carer.page.getByText('您好像不在会场').waitFor();
    expect(await carer.text()).toContain('工作人员');
  });

  test('at the hall it gets in, and the host sees what was stopped as a hint', async () => {
    await carer.page.context().setGeolocation(HALL);
    await carer.page.goto('about:blank');
    await carer.page.goto(await link());
    await carer.page.getByRole('button', { name: '用定位签到' }).click();
    await carer.page.getByText('入场成功').first().waitFor();
    await principal.go(`/desk/activities/${activity}`);
    await principal.page.getByText('签到时手机离会场较远').waitFor();
    expect(await principal.broken()).toEqual([]);
    expect([...principal.faults, ...carer.faults]).toEqual([]);
  });
});
