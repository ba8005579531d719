import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '../platform/index.ts';
import { newPhone } from '../platform/sign-in/testing/at-the-door.ts';
import { type Asking, makeTestApp, type TestApp } from '../testing/test-app.ts';
import type { Place } from '../testing/test-people.ts';
import { NotSent } from './channels/channel.ts';
import { climbLadder, collectReceipts, type NewNotice, sendDue, settle, tell } from './index.ts';
import { type FakeChannel, fakeChannel } from './testing/fake-channel.ts';

/** A Wednesday morning at nine, in China. */
const MORNING = '2026-10-14T01:00:00Z';
const HOUR = 3_600_000;

let here: TestApp;
let schoolClass: Place;
let school: Place;
let wechat: FakeChannel;
let sms: FakeChannel;

beforeAll(async () => {
  here = await makeTestApp();
  ({ school, schoolClass } = await here.people.school('第一小学'));
});
beforeEach(async () => {
  here.clock.set(MORNING);
  [wechat, sms] = [fakeChannel('wechat'), fakeChannel('sms')];
  // What earlier tests left behind says nothing of this one's channels.
  await here.pool.query('update tianfu.notices set next_at = null');
  await here.pool.query(
    "update tianfu.notice_deliveries set made_at = made_at - interval '2 days'",
  );
});

const nobody = { person: null, reach: [] } as const;
const later = (hours: number) =>
  here.clock.set(new Date(here.clock().getTime() + hours * HOUR).toISOString());

async function carer({ wechat: openId, phone }: { wechat?: string; phone?: string } = {}) {
  const person = await here.people.adult('李梅', phone);
  const student = await here.people.student('李小雨', schoolClass);
  await here.people.guardianship(person, student);
  if (openId) {
    await here.pool.query(
      `insert into tianfu.notice_addresses (id, person_id, channel, address_sealed, address_index, label, made_at)
       values ($1, $2, 'wechat', $3, $4, '微信', $5)`,
      [
        newId(),
        person,
        here.district.sealing.seal('notice address', openId),
        here.district.sealing.blindIndex('notice address', openId),
        here.clock(),
      ],
    );
  }
  return { person, student };
}

async function offer(
  { person, student }: { person: string; student: string },
  over: Partial<NewNotice> = {},
): Promise<string> {
  const subject = newId();
  const notice: NewNotice = {
    room: 'activities',
    kind: 'offered',
    people: [{ person, student }],
    subject,
    deed: '1',
    link: `/activities/${subject}`,
    heading: { zh: '有一个名额等您确认', en: 'A place waits for your answer' },
    words: { zh: '《家长会》为您留了一个名额。', en: 'A place is kept for you.' },
    urgency: 'at-once',
    asks: true,
    usefulUntil: new Date(here.clock().getTime() + 8 * HOUR),
    at: here.clock(),
    ...over,
  };
  await here.database.write(nobody, (transaction) => tell(transaction, [notice]));
  return subject;
}

/** What the background does until nothing is left to do now. */
async function round() {
  const channels = [wechat, sms];
  let done = 1;
  while (done > 0) {
    done = await climbLadder(here.district, channels);
    done += await sendDue(here.district, channels);
    done += await collectReceipts(here.district, channels);
  }
}
const states = async (person: string) => {
  const { rows } = await here.pool.query<{ said: string }>(
    `select channel || ' ' || state as said from tianfu.notice_deliveries
      where person_id = $1 and made_at > $2 order by made_at, id`,
    [person, new Date(new Date(MORNING).getTime() - HOUR)],
  );
  return rows.map(({ said }) => said);
};

describe('a notice that cannot wait', () => {
  test('goes out at once by WeChat, in words for a lock screen, with the way to the rest', async () => {
    const mother = await carer({ wechat: 'o1', phone: newPhone() });
    const subject = await offer(mother);
    await round();
    expect(wechat.given).toMatchObject([
      {
        address: 'o1',
        message: {
          heading: '有一个名额等您确认',
          url: `http://localhost:3000/app/activities/${subject}`,
          isUrgent: true,
        },
      },
    ]);
    expect(await states(mother.person)).toEqual(['wechat sent']);
    expect(sms.given).toEqual([]);
  });

  test('goes by text message when it was not read for a while, and only then', async () => {
    const phone = newPhone();
    const mother = await carer({ wechat: 'o2', phone });
    await offer(mother);
    await round();
    later(1);
    await round();
    expect(sms.given).toEqual([]);
    later(1);
    await round();
    expect(sms.given).toMatchObject([{ address: phone }]);
  });

  test('falls silent when it is read or answered, before or after it was queued', async () => {
    const mother = await carer({ wechat: 'o3', phone: newPhone() });
    const subject = await offer(mother);
    await climbLadder(here.district, [wechat, sms]);
    await here.database.write(nobody, (transaction) =>
      settle(transaction, { subject }, here.clock()),
    );
    await round();
    later(4);
    await round();
    expect([wechat.given, sms.given]).toEqual([[], []]);
    expect(await states(mother.person)).toEqual(['wechat expired']);
  });

  test('takes the text message when WeChat says that nobody is there, and forgets that address', async () => {
    const mother = await carer({ wechat: 'o4', phone: newPhone() });
    await offer(mother);
    wechat.failure = new NotSent('gone', '43004');
    await round();
    later(2);
    await round();
    expect(await states(mother.person)).toEqual(['wechat failed', 'sms sent']);
    wechat.failure = null;
    await offer(mother);
    await round();
    expect(wechat.given).toHaveLength(1);
  });

  test('is tried again when a provider does not answer, three times, and then goes on', async () => {
    const mother = await carer({ wechat: 'o5', phone: newPhone() });
    await offer(mother);
    wechat.failure = new NotSent('later', 'no-answer');
    for (let tries = 0; tries < 8; tries += 1) {
      await round();
      later(0.5);
    }
    expect(wechat.given).toHaveLength(4);
    expect(new Set(wechat.given.map(({ message }) => message.id)).size).toBe(1);
    expect(await states(mother.person)).toEqual(['wechat failed', 'sms sent']);
  });

  test('is sent again under the same id when the program died while sending', async () => {
    const mother = await carer({ wechat: 'o6' });
    await offer(mother);
    wechat.failure = new Error('The power went.');
    await climbLadder(here.district, [wechat]);
    await expect(sendDue(here.district, [wechat])).rejects.toThrow('The power went.');
    wechat.failure = null;
    await round();
    expect(wechat.given).toHaveLength(1);
    later(0.1);
    await round();
    expect(wechat.given[1]?.message.id).toBe(wechat.given[0]?.message.id);
    expect(await states(mother.person)).toEqual(['wechat sent']);
  });

  test('leaves alone a channel that fails for everybody, until it has rested', async () => {
    wechat.failure = new NotSent('refused', '45009');
    for (let index = 0; index < 6; index += 1) {
      await offer(await carer({ wechat: `many ${index}` }));
      await round();
    }
    expect(wechat.given).toHaveLength(5);
    wechat.failure = null;
    later(0.6);
    await offer(await carer({ wechat: 'after the rest' }));
    await round();
    expect(wechat.given).toHaveLength(6);
  });

  test('sent by two programs at once goes out once', async () => {
    const mother = await carer({ wechat: 'o7' });
    await offer(mother);
    await Promise.all([1, 2].map(() => climbLadder(here.district, [wechat])));
    await Promise.all([1, 2].map(() => sendDue(here.district, [wechat])));
    expect(wechat.given).toHaveLength(1);
  });
});

describe('the day’s digest', () => {
  test('is one message in the evening, which says how many and the most urgent, and no name', async () => {
    const mother = await carer({ wechat: 'd1', phone: newPhone() });
    const calm = { urgency: 'daily', asks: false, usefulUntil: null } as const;
    await offer(mother, { ...calm, heading: { zh: '签到记录已更正', en: 'Corrected' } });
    await offer(mother, {
      ...calm,
      heading: { zh: '活动有变动', en: 'Changed' },
      at: new Date(here.clock().getTime() + 1000),
    });
    await round();
    expect(wechat.given).toEqual([]);
    here.clock.set('2026-10-14T10:30:00Z');
    await round();
    expect(wechat.given.map(({ message }) => message)).toMatchObject([
      {
        heading: '2 条未读消息，最要紧的：活动有变动',
        url: 'http://localhost:3000/app/notices',
        isUrgent: false,
      },
    ]);
    later(24);
    await round();
    expect(wechat.given).toHaveLength(1);
    expect(sms.given).toEqual([]);
  });
});

describe('families whom no channel reached', () => {
  let teacher: Asking;
  beforeAll(async () => {
    const person = await here.people.adult('王老师');
    await here.people.post(person, 'class-teacher', schoolClass);
    teacher = await here.as(person);
  });
  const list = async (who: Asking) => (await who.get('/api/v1/calls')).json();
  const clear = () => here.pool.query('delete from tianfu.notice_calls');
  const listed = async () => {
    await clear();
    const phone = newPhone();
    const mother = await carer({ phone });
    const subject = await offer(mother);
    sms.failure = new NotSent('refused', 'isv.BLACK_KEY_CONTROL_LIMIT');
    await round();
    later(2);
    await round();
    const { items } = await list(teacher);
    return { ...mother, phone, subject, call: items[0] };
  };

  test('stand on their class teacher’s list, and the number is shown when it is dialled', async () => {
    const { call, phone, student } = await listed();
    expect(call).toMatchObject({
      carer_name: '李梅',
      student_name: '李小雨',
      place_name: '一年级1班',
      text: { zh: '《家长会》为您留了一个名额。' },
      tries: 0,
    });
    expect(JSON.stringify(call)).not.toContain(phone);
    const shown = await teacher.post(`/api/v1/calls/${call.id}/number`);
    expect(shown.json()).toEqual({ phone });
    const { rows } = await here.pool.query(
      'select what from tianfu.student_reads where student_id = $1',
      [student],
    );
    expect(rows).toEqual([{ what: 'phone' }]);
  });

  test('leave it when they were reached', async () => {
    const { call } = await listed();
    const path = `/api/v1/calls/${call.id}`;
    expect((await teacher.post(path, { outcome: 'reached' })).statusCode).toBe(204);
    expect(await list(teacher)).toEqual({ total: 0, items: [] });
    const again = await teacher.post(path, { outcome: 'reached' });
    expect(again.json()).toMatchObject({ status: 409, code: 'notices.call-settled' });
  });

  test('leave it after three calls that nobody answered', async () => {
    const { call } = await listed();
    for (const left of [1, 1, 0]) {
      await teacher.post(`/api/v1/calls/${call.id}`, { outcome: 'not-reached' });
      expect((await list(teacher)).total).toBe(left);
    }
  });

  test('leave it by themselves when they answer, or when it is too late', async () => {
    const { subject } = await listed();
    await here.database.write(nobody, (transaction) =>
      settle(transaction, { subject }, here.clock()),
    );
    expect((await list(teacher)).total).toBe(0);
    await listed();
    later(8);
    expect((await list(await here.as(await principal()))).total).toBe(0);
  });

  async function principal() {
    const person = await here.people.adult('周校长');
    await here.people.post(person, 'principal', school);
    return person;
  }

  test('are nobody else’s business: not a colleague’s of another class, not a carer’s', async () => {
    const { call, person } = await listed();
    const other = await here.people.school('第二小学');
    const colleague = await here.people.adult('邻校老师');
    await here.people.post(colleague, 'class-teacher', other.schoolClass);
    const stranger = await here.as(colleague);
    expect(await list(stranger)).toEqual({ total: 0, items: [] });
    expect((await stranger.post(`/api/v1/calls/${call.id}/number`)).statusCode).toBe(404);
    const outcome = { outcome: 'reached' };
    expect((await stranger.post(`/api/v1/calls/${call.id}`, outcome)).statusCode).toBe(404);
    expect((await (await here.as(person)).get('/api/v1/calls')).statusCode).toBe(403);
    expect((await list(await here.as(await principal()))).total).toBe(1);
  });
});

test('the district sees how each channel does, and a school does not', async () => {
  await here.pool.query('delete from tianfu.notice_deliveries');
  await offer(await carer({ wechat: 'h1' }));
  await round();
  wechat.failure = new NotSent('refused', '40037', 'invalid template_id');
  await offer(await carer({ wechat: 'h2' }));
  await round();
  const officer = await here.people.adult('区里的人');
  await here.people.post(officer, 'district-officer', here.people.top);
  const { items } = (await (await here.as(officer)).get('/api/v1/notice-channels')).json();
  expect(items[0]).toMatchObject({
    ...{ channel: 'wechat', is_set: false, is_resting: false, sent: 1, failed: 1 },
    last_error: 'refused 40037 invalid template_id',
  });
  const teacher = await here.people.adult('王老师');
  await here.people.post(teacher, 'class-teacher', schoolClass);
  const refused = await (await here.as(teacher)).get('/api/v1/notice-channels');
  expect(refused.statusCode).toBe(403);
});
