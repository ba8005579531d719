import { createHash } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FakeServer, fakeServer } from '../server/notices/testing/fake-server.ts';
import { DESK, openBrowser, PHONE, type Visitor, visit } from './browser.ts';
import { type RunningDistrict, removeDistrict, startSmallDistrict } from './running-district.ts';

const TITLE = '陪孩子过好第一个学期';
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const TOKEN = 'events';
/** Longer than the minute that the ladder waits at least before somebody telephones. */
const PATIENCE = { timeout: 150_000, interval: 2000 };

let wechat: FakeServer;
let district: RunningDistrict;
let browser: Browser;
let carer: Visitor;
let principal: Visitor;
let teacher: Visitor;

interface CarerLine {
  readonly id: string;
  readonly name: string;
  readonly children: readonly { readonly id: string; readonly name: string }[];
}

beforeAll(async () => {
  wechat = await fakeServer(({ url }) => {
    if (url.pathname === '/cgi-bin/stable_token')
      return [200, { access_token: 't', expires_in: 7200 }];
    if (url.pathname === '/sns/oauth2/access_token') return [200, { openid: 'oCarer' }];
    return [200, { errcode: 0, errmsg: 'ok', msgid: 4711 }];
  });
  district = await startSmallDistrict({
    GONGYU_WECHAT_APP_ID: 'wx1',
    GONGYU_WECHAT_APP_SECRET: 'secret',
    GONGYU_WECHAT_TEMPLATE: 'TM1',
    GONGYU_WECHAT_TOKEN: TOKEN,
    GONGYU_WECHAT_ENDPOINT: wechat.endpoint,
  });
  browser = await openBrowser();
  carer = await visit(browser, district.url, { persona: 'carer', size: PHONE });
  principal = await visit(browser, district.url, { persona: 'principal', size: DESK });
  teacher = await visit(browser, district.url, { persona: 'class-teacher', size: DESK });
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await district?.stop();
  if (district) await removeDistrict(district);
});

/** What the account's server was asked to send. */
const messages = () =>
  wechat.received
    .filter(({ url }) => url.pathname === '/cgi-bin/message/template/send')
    .map(({ body }) => JSON.parse(body.toString('utf8')));

async function publish(begins: number, capacity: number): Promise<string> {
  const me = await principal.ask<{ posts: { organisation: { id: string } }[] }>('GET', '/me');
  const draft = {
    host_id: me.posts[0]?.organisation.id,
    kind: 'guidance-lecture',
    title: TITLE,
    place: '报告厅',
    begins_at: new Date(begins).toISOString(),
    ends_at: new Date(begins + 60 * MINUTE).toISOString(),
    capacity,
  };
  const made = await principal.ask<{ activity_id: string }>('POST', '/activities', draft);
  await principal.ask('POST', `/activities/${made.activity_id}/publish`);
  return made.activity_id;
}

const signUp = (who: Visitor, activity: string, body: object) =>
  who.ask<{ id: string }>('POST', `/activities/${activity}/registrations`, body);

describe('a family that has WeChat', () => {
  test('chooses when it is told, and binds WeChat', async () => {
    await carer.go('/app/reminders');
    await carer.page.getByLabel('免打扰，从').selectOption('07:30');
    await carer.page.getByRole('button', { name: '保存' }).click();
    await carer.page.getByText('已保存').waitFor();
    const { request } = carer.page.context();
    const away = await request.get(`${district.url}/api/v1/me/wechat`, { maxRedirects: 0 });
    const state = new URL(away.headers().location ?? '').searchParams.get('state') ?? '';
    await carer.go(`/api/v1/me/wechat/back?code=once&state=${state}`);
    await carer.page.getByText('微信公众号').waitFor();
    expect(new URL(carer.page.url()).pathname).toBe('/app/reminders');
    expect(await carer.broken()).toEqual([]);
  });

  test('hears at once of a place that is kept for it, reads it, takes it, and hears no more', async () => {
    const activity = await publish(Date.now() + 3 * DAY, 1);
    const own = await carer.ask<{ person: { id: string }; children: { id: string }[] }>(
      'GET',
      '/me',
    );
    const { items } = await principal.ask<{ items: CarerLine[] }>('GET', '/carers?limit=10');
    const other = items.find(({ id }) => id !== own.person.id) as CarerLine;
    const student_ids = [other.children[0]?.id];
    const first = await signUp(principal, activity, { carer_id: other.id, student_ids });
    await signUp(carer, activity, { student_ids: [own.children[0]?.id] });
    await principal.ask('DELETE', `/activities/${activity}/registrations/${first.id}`);
    await expect.poll(() => messages().length, { timeout: 30_000 }).toBe(1);
    expect(messages()).toMatchObject([
      {
        touser: 'oCarer',
        template_id: 'TM1',
        url: expect.stringMatching(new RegExp(`/app/activities/${activity}$`)),
        data: { thing1: { value: '有一个名额等您确认' } },
      },
    ]);
    await carer.go('/app/notices?show=unread');
    await carer.page.getByText('为您留了一个名额').waitFor();
    expect(await carer.broken()).toEqual([]);
    await carer.page.getByText('为您留了一个名额').click();
    await carer.page.getByRole('button', { name: '确认参加' }).click();
    await carer.page.getByRole('link', { name: '出示我的签到码' }).waitFor();
    await carer.go('/app/notices');
    await carer.page.getByText('为您留了一个名额').waitFor();
    const { items: unread } = await carer.ask<{ items: { kind: string }[] }>(
      'GET',
      '/notices?unread=true',
    );
    expect(unread.map(({ kind }) => kind)).not.toContain('offered');
    expect(messages()).toHaveLength(1);
  });

  test('and WeChat says that it arrived: the district sees it on its page', async () => {
    const [timestamp, nonce] = [String(Math.floor(Date.now() / 1000)), '42'];
    const text = [TOKEN, timestamp, nonce].sort().join('');
    const signature = createHash('sha1').update(text).digest('hex');
    const address = `${district.url}/api/v1/wechat/events?${new URLSearchParams({ signature, timestamp, nonce })}`;
    const event =
      '<xml><MsgType><![CDATA[event]]></MsgType><Event><![CDATA[TEMPLATESENDJOBFINISH]]></Event><MsgID>4711</MsgID><Status><![CDATA[success]]></Status></xml>';
    const heard = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'text/xml' },
      body: event,
    });
    expect(await heard.text()).toBe('success');
    const officer = await visit(browser, district.url, { persona: 'district-officer', size: DESK });
    await officer.go('/desk/notice-channels');
    const row = officer.page.getByRole('row').filter({ hasText: '微信公众号' });
    await row.getByText('正常').waitFor();
    expect(await row.getByRole('cell').allInnerTexts()).toMatchObject(
      expect.arrayContaining(['微信公众号', '正常', '1']),
    );
    expect(await officer.broken()).toEqual([]);
    expect(officer.faults).toEqual([]);
  });
});

describe('a family that no channel reaches', () => {
  const count = async () => (await teacher.ask<{ total: number }>('GET', '/calls')).total;

  test('stands on its class teacher’s list, is telephoned, and leaves it', async () => {
    const activity = await publish(Date.now() + 4 * MINUTE, 20);
    const { items } = await teacher.ask<{ items: CarerLine[] }>('GET', '/carers?limit=20');
    const own = await carer.ask<{ person: { id: string } }>('GET', '/me');
    const family = items.find(({ id }) => id !== own.person.id) as CarerLine;
    const student_ids = [family.children[0]?.id];
    const before = await count();
    await signUp(teacher, activity, { carer_id: family.id, student_ids });
    await principal.ask('POST', `/activities/${activity}/cancel`, { reason: '停电了。' });
    await expect.poll(count, PATIENCE).toBe(before + 1);

    await teacher.go('/desk/calls');
    await teacher.page.getByText(`《${TITLE}》取消了`).waitFor();
    expect(await teacher.broken()).toEqual([]);
    await teacher.page.getByRole('button', { name: `显示号码：${family.name}` }).click();
    await teacher.page.getByRole('link', { name: /^1\d{10}$/ }).waitFor();
    await teacher.page.getByRole('button', { name: '打通了，已告知' }).click();
    await teacher.page.getByText('已记下，这家不用再打了').waitFor();
    await expect.poll(count).toBe(before);
    expect([...teacher.faults, ...carer.faults, ...principal.faults]).toEqual([]);
  });
});
