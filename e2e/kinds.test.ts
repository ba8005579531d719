import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DESK, openBrowser, PHONE, type Visitor, visit } from './browser.ts';
import { type RunningDistrict, removeDistrict, startSmallDistrict } from './running-district.ts';

/** Kinds of activity with a life of their own: each as a family and its host go through it. */

const HOUR_MILLISECONDS = 3_600_000;
const TOPIC = '作业写到几点该停';
const OWN_WORDS = '孩子在家什么都不肯说，问多了就发火，不知道怎么开口';

let district: RunningDistrict;
let browser: Browser;
let carer: Visitor;
let grandparent: Visitor;
let principal: Visitor;
let school: string;

interface Detail {
  readonly activity_id: string;
  readonly sessions: readonly { readonly activity_id: string; readonly label: string }[];
}

beforeAll(async () => {
  district = await startSmallDistrict();
  browser = await openBrowser();
  carer = await visit(browser, district.url, { persona: 'carer', size: PHONE });
  grandparent = await visit(browser, district.url, { persona: 'grandparent', size: PHONE });
  principal = await visit(browser, district.url, { persona: 'principal', size: DESK });
  const me = await principal.ask<{ posts: { organisation: { id: string } }[] }>('GET', '/me');
  school = me.posts[0]?.organisation.id ?? '';
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await district?.stop();
  if (district) await removeDistrict(district);
});

/** In so many hours from now. */
const inHours = (hours: number) => new Date(Date.now() + hours * HOUR_MILLISECONDS).toISOString();

async function draft(kind: string, title: string, hours = 72): Promise<string> {
  const made = await principal.ask<Detail>('POST', '/activities', {
    ...{ host_id: school, kind, title, place: '图书角' },
    ...{ begins_at: inHours(hours), ends_at: inHours(hours + 1.5) },
  });
  return made.activity_id;
}

const publish = (activity: string) =>
  principal.ask<Detail>('POST', `/activities/${activity}/publish`);

describe('a salon', () => {
  let salon: string;
  const list = () => principal.page.getByRole('table', { name: '话题单' });

  test('begins with topics that the host lists', async () => {
    salon = await draft('guidance-salon', '沙龙：晚饭以后');
    const { page } = principal;
    await principal.go(`/desk/activities/${salon}`);
    await page.getByRole('button', { name: '列话题' }).click();
    await page.getByLabel('话题 1', { exact: true }).fill('手机放在哪里');
    await page.getByRole('button', { name: '加一个话题' }).click();
    await page.getByLabel('话题 2', { exact: true }).fill(TOPIC);
    await page.getByRole('button', { name: '话题 2 往上移' }).click();
    expect(await principal.broken()).toEqual([]);
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('话题单已存好').waitFor();
    await expect
      .poll(() => list().getByRole('row').allInnerTexts())
      .toMatchObject([expect.anything(), expect.stringContaining(TOPIC), expect.anything()]);
    await publish(salon);
  });

  test('is chosen from with one tap, and a family proposes what is missing', async () => {
    const { page } = carer;
    await carer.go(`/app/activities/${salon}`);
    await page.getByRole('checkbox', { name: TOPIC }).check();
    await page.getByText('1 人想聊').waitFor();
    expect(await carer.broken()).toEqual([]);
    await page.getByRole('button', { name: '我想聊别的' }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByLabel('您想聊什么？').fill(OWN_WORDS);
    expect(await carer.broken()).toEqual([]);
    await sheet.getByRole('button', { name: '告诉主办方' }).click();
    await page.getByText('等主办方看').waitFor();
    expect(await carer.broken()).toEqual([]);
  });

  test('whose host puts the proposal on the list in fewer words', async () => {
    const { page } = principal;
    await principal.go(`/desk/activities/${salon}`);
    await page.getByText(OWN_WORDS).waitFor();
    expect(await principal.broken()).toEqual([]);
    await page.getByRole('button', { name: '列上' }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByLabel('话题单上这样写').fill('孩子不肯说话，怎么开口');
    expect(await principal.broken()).toEqual([]);
    await sheet.getByRole('button', { name: '列上' }).click();
    await list().getByText('孩子不肯说话，怎么开口').waitFor();
    await principal.go(`/desk/activities/${salon}/poster`);
    await page.getByText('孩子不肯说话，怎么开口').waitFor();
    expect(await principal.broken()).toEqual([]);

    await carer.go(`/app/activities/${salon}`);
    await carer.page.getByText('列上了').waitFor();
    expect(await carer.page.getByRole('checkbox', { name: '怎么开口' }).isChecked()).toBe(true);
    await carer.go('/app/notices');
    await carer.page.getByText('您提的话题列进了《沙龙：晚饭以后》').waitFor();
  });
});

describe('a shift of volunteers', () => {
  test('is led by one of them, who sees the names of the team', async () => {
    const whole = await draft('volunteering', '护学岗');
    await principal.ask('POST', `/activities/${whole}/sessions`, {
      ...{ begins_at: inHours(73), ends_at: inHours(74), label: '东门', team: '家长队' },
    });
    const { sessions } = await publish(whole);
    const shift = sessions[0]?.activity_id ?? '';
    const me = await carer.ask<{ person: { name: string }; children: { id: string }[] }>(
      'GET',
      '/me',
    );
    await carer.ask('POST', `/activities/${shift}/registrations`, {
      student_ids: [me.children[0]?.id],
    });
    await carer.go(`/app/activities/${shift}`);
    await carer.page.getByText('还没有定组长').waitFor();

    const { page } = principal;
    await principal.go(`/desk/activities/${whole}`);
    await page.getByText('没有组长').waitFor();
    await principal.go(`/desk/activities/${shift}`);
    await page.getByRole('button', { name: `请当组长：${me.person.name}` }).click();
    await page.getByRole('button', { name: `不再当组长：${me.person.name}` }).waitFor();
    expect(await principal.broken()).toEqual([]);
    await principal.go(`/desk/activities/${shift}/sign-in-sheet`);
    await page.getByText(`${me.person.name}（组长）`).waitFor();

    await carer.go(`/app/activities/${shift}`);
    await carer.page.getByText('您是这个班次的组长').waitFor();
    await carer.page.getByText('还没到').waitFor();
    expect(await carer.broken()).toEqual([]);
    await carer.go('/app/notices');
    await carer.page.getByText('请您当《护学岗 · 东门》的组长').waitFor();

    const other = await grandparent.ask<typeof me>('GET', '/me');
    await grandparent.ask('POST', `/activities/${shift}/registrations`, {
      student_ids: [other.children[0]?.id],
    });
    await principal.go(`/desk/activities/${shift}`);
    await page.getByRole('button', { name: `请当副组长：${other.person.name}` }).click();
    await page.getByRole('button', { name: `不再当副组长：${other.person.name}` }).waitFor();
    expect(await principal.broken()).toEqual([]);
    await grandparent.go(`/app/activities/${shift}`);
    await grandparent.page.getByText('您是副组长，组长不在时由您带队').waitFor();
    await grandparent.page.getByText(`组长：${me.person.name}`).waitFor();
    expect(await grandparent.broken()).toEqual([]);
  });
});

describe('counselling', () => {
  test('is booked in private: its counsellor reads what the family would like to talk about', async () => {
    const whole = await draft('guidance-counselling', '一对一咨询');
    await principal.ask('POST', `/activities/${whole}/slots`, {
      ...{ from: inHours(75), until: inHours(77), minutes: 50, pause: 10 },
    });
    const { sessions } = await publish(whole);
    expect(sessions).toHaveLength(2);

    const { page } = carer;
    await carer.go(`/app/activities/${whole}`);
    await page.getByRole('radio').first().check();
    expect(await carer.broken()).toEqual([]);
    await page.getByRole('button', { name: '预约这个时段' }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByLabel('想谈些什么').fill('晚上总睡不好');
    expect(await carer.broken()).toEqual([]);
    await sheet.getByRole('button', { name: '确认预约' }).click();
    await page.getByRole('heading', { name: '我家的时段' }).waitFor();

    const slot = sessions[0]?.activity_id ?? '';
    await principal.go(`/desk/activities/${slot}`);
    await principal.page.getByText('晚上总睡不好').waitFor();
    expect(await principal.broken()).toEqual([]);
    const colleague = await visit(browser, district.url, { persona: 'class-teacher', size: DESK });
    await colleague.go(`/desk/activities/${slot}`);
    await colleague.page.getByText('只有接待的老师和这家人看得到').waitFor();
    expect(await colleague.text()).not.toContain('晚上总睡不好');
    expect(await colleague.broken()).toEqual([]);
  });
});

describe('a parents’ meeting', () => {
  test('is answered by a family that cannot come, and its class sees it', async () => {
    const whole = await draft('parents-meeting', '期末家长会');
    await principal.go(`/desk/activities/${whole}`);
    await principal.page.getByRole('button', { name: '为每个班建一场' }).click();
    await principal.page.getByText('个班各有一场').waitFor();
    expect(await principal.broken()).toEqual([]);
    await publish(whole);

    const { page } = carer;
    const { items } = await carer.ask<{ items: { activity_id: string; title: string }[] }>(
      'GET',
      '/carer/activities',
    );
    const meeting = items.find(({ title }) => title.startsWith('期末家长会'))?.activity_id ?? '';
    await carer.go(`/app/activities/${meeting}`);
    await page.getByRole('button', { name: '我来不了' }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByRole('radio', { name: '我们家都来不了' }).check();
    await sheet.getByLabel('原因').fill('那天夜班');
    expect(await carer.broken()).toEqual([]);
    await sheet.getByRole('button', { name: '告诉班主任' }).click();
    await page.getByText('您说这次来不了').waitFor();
    expect(await carer.broken()).toEqual([]);

    await principal.go(`/desk/activities/${meeting}`);
    await principal.page.getByText('那天夜班').waitFor();
    expect(await principal.broken()).toEqual([]);
    expect([...principal.faults, ...carer.faults]).toEqual([]);
  });
});
