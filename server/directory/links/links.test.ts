import { beforeAll, describe, expect, test } from 'vitest';
import { newPhone, outcome } from '../../platform/sign-in/testing/at-the-door.ts';
import { type Asking, makeTestApp, type TestApp } from '../../testing/test-app.ts';
import type { Place } from '../../testing/test-people.ts';
import { MOST_WAITING_A_CARER } from './limits.ts';

let here: TestApp;
let school: Place;
let schoolClass: Place;
let classTeacher: Asking;
let principal: Asking;

beforeAll(async () => {
  here = await makeTestApp();
  ({ school, schoolClass } = await here.people.school('第一小学'));
  classTeacher = await staff('class-teacher', schoolClass);
  principal = await staff('principal', school);
});

async function staff(
  role: Parameters<TestApp['people']['post']>[1],
  place: Place,
): Promise<Asking> {
  const person = await here.people.adult('周老师');
  await here.people.post(person, role, place);
  return here.as(person);
}

/** A carer whom no roster knows. */
const newcomer = async (name = '刘外婆') => {
  const person = await here.people.adult(name, newPhone());
  return { person, phone: await here.as(person, { strength: 'code' }) };
};

const wish = (child_name: string, more: object = {}) => ({
  school_id: school.id,
  child_name,
  class_hint: '一年级一班',
  relationship: '64',
  ...more,
});

async function ask(phone: Asking, child: string): Promise<string> {
  const answer = await phone.post('/api/v1/link-requests', wish(child));
  expect(outcome(answer)).toBe('201');
  return answer.json().id;
}

const decide = (who: Asking, id: string, body: object) =>
  who.post(`/api/v1/link-requests/${id}/decision`, body);

const factsAbout = async (person: string) => {
  const { rows } = await here.pool.query(
    `select kind, organisation_id, source, quantity, attributes
       from tianfu.stated_facts where subject_id = $1 order by stated_at, kind`,
    [person],
  );
  return rows;
};

describe('a carer whom no roster knows', () => {
  test('asks, the class teacher confirms, and the child is there at once', async () => {
    const child = await here.people.student('刘小雨', schoolClass);
    const { person, phone } = await newcomer();
    expect((await phone.get('/api/v1/me')).json().children).toEqual([]);
    const id = await ask(phone, '刘小雨');
    const own = (await phone.get('/api/v1/link-requests')).json().items;
    expect(own).toMatchObject([{ id, state: 'waiting', school_name: '第一小学', matches: [] }]);

    const before = (await classTeacher.get('/api/v1/link-requests?state=waiting')).json().items;
    const request = before.find((one: { id: string }) => one.id === id);
    expect(request.carer).toMatchObject({
      name: '刘外婆',
      masked_phone: expect.stringContaining('****'),
    });
    expect(request.matches).toEqual([
      { student_id: child, name: '刘小雨', class_name: '一年级1班' },
    ]);

    const decided = await decide(classTeacher, id, { decision: 'confirm', student_id: child });
    expect(decided.json()).toEqual({ id, state: 'confirmed', student_id: child });
    const me = (await phone.get('/api/v1/me')).json();
    expect(me.children).toEqual([
      {
        id: child,
        name: '刘小雨',
        class_name: '一年级1班',
        school_id: school.id,
        school_name: '第一小学',
        relationship: '64',
      },
    ]);
    expect(outcome(await phone.get(`/api/v1/students/${child}`))).toBe('200');
    expect(await factsAbout(person)).toMatchObject([
      {
        kind: 'family.linked',
        organisation_id: schoolClass.id,
        source: expect.stringMatching(/^guardianship:/),
        attributes: { student: child, relationship: '64' },
      },
    ]);
  });

  test('learns nothing about a child by asking: the answer is the same for a name that nobody has', async () => {
    await here.people.student('真有其人', schoolClass);
    const { phone } = await newcomer();
    const [real, invented] = [
      await phone.post('/api/v1/link-requests', wish('真有其人')),
      await phone.post('/api/v1/link-requests', wish('查无此人')),
    ];
    const { id: _, child_name: __, ...one } = real.json();
    const { id: ___, child_name: ____, ...other } = invented.json();
    expect(one).toEqual(other);
  });

  test('asks once for a child, and for a handful at most', async () => {
    const { phone } = await newcomer();
    await ask(phone, '孩子0');
    const again = await phone.post('/api/v1/link-requests', wish(' 孩子0 '));
    expect(outcome(again)).toBe('409 links.asked-already');
    for (let more = 1; more < MOST_WAITING_A_CARER; more += 1) await ask(phone, `孩子${more}`);
    const tooMany = await phone.post('/api/v1/link-requests', wish('又一个'));
    expect(outcome(tooMany)).toBe('409 links.too-many-waiting');
  });

  test('names a school of the list and a relationship', async () => {
    const { phone } = await newcomer();
    for (const wrong of [
      { school_id: schoolClass.id },
      { relationship: '01' },
      { child_name: ' ' },
    ]) {
      const answer = await phone.post('/api/v1/link-requests', wish('孩子', wrong));
      expect(outcome(answer)).toBe('400 http.bad-request');
    }
  });

  test('is told the decision on the home, with the reason, until they have seen it', async () => {
    const { phone } = await newcomer();
    const id = await ask(phone, '刘小雪');
    const notices = async () => (await phone.get('/api/v1/carer/home')).json().notices;
    expect(await notices()).toEqual([]);
    await decide(classTeacher, id, { decision: 'decline', reason: '班上没有叫这个名字的孩子。' });
    expect(await notices()).toMatchObject([
      {
        link: '/family',
        asks: false,
        text: { zh: '第一小学没有通过您关联刘小雪的申请。原因：班上没有叫这个名字的孩子。' },
      },
    ]);
    const own = async () => (await phone.get('/api/v1/link-requests')).json().items;
    expect(await own()).toMatchObject([
      { state: 'declined', reason: '班上没有叫这个名字的孩子。', is_new: true },
    ]);
    expect(outcome(await phone.post('/api/v1/link-requests/seen'))).toBe('204');
    expect(await notices()).toEqual([]);
    expect(await own()).toMatchObject([{ state: 'declined', is_new: false }]);
  });

  test('is told that they are linked', async () => {
    const child = await here.people.student('刘小霜', schoolClass);
    const { phone } = await newcomer();
    const id = await ask(phone, '刘小霜');
    await decide(classTeacher, id, { decision: 'confirm', student_id: child });
    const { notices } = (await phone.get('/api/v1/carer/home')).json();
    expect(notices).toMatchObject([
      { text: { zh: '第一小学已确认：您和刘小霜关联好了，现在可以报名活动、查看积分。' } },
    ]);
  });

  test('may not decide, not even on their own request', async () => {
    const { phone } = await newcomer();
    const id = await ask(phone, '孩子');
    const body = { decision: 'decline', reason: '试试' };
    expect(outcome(await decide(phone, id, body))).toBe('403 http.not-allowed');
  });

  test('sees no request of anybody else', async () => {
    await ask((await newcomer()).phone, '别人家的孩子');
    const { phone } = await newcomer();
    expect((await phone.get('/api/v1/link-requests')).json().items).toEqual([]);
  });
});

describe('those who decide', () => {
  test('decline, and nobody is linked', async () => {
    const { person, phone } = await newcomer();
    const id = await ask(phone, '孩子');
    const declined = await decide(principal, id, { decision: 'decline', reason: '查无此班' });
    expect(declined.json()).toEqual({ id, state: 'declined', student_id: null });
    expect(await factsAbout(person)).toEqual([]);
    expect((await phone.get('/api/v1/link-requests')).json().items[0].state).toBe('declined');
  });

  test('do not turn anybody away without a reason', async () => {
    const id = await ask((await newcomer()).phone, '孩子');
    for (const reason of [undefined, '', '  ']) {
      const answer = await decide(principal, id, { decision: 'decline', reason });
      expect(outcome(answer)).toBe('400 http.bad-request');
      expect(answer.json().fields).toEqual([{ field: 'reason', reason: '请写明原因，家长会看到' }]);
    }
  });

  test('who are parents themselves see their own requests when they ask for those', async () => {
    const person = await here.people.adult('周老师', newPhone());
    await here.people.post(person, 'class-teacher', schoolClass);
    await here.people.guardianship(person, await here.people.student('周小妹', schoolClass));
    const teacher = await here.as(person);
    const id = await ask(teacher, '周小弟');
    const ids = (await teacher.get('/api/v1/link-requests?own=true')).json().items;
    expect(ids.map((one: { id: string }) => one.id)).toEqual([id]);
  });

  test('decide once, even two at the same moment', async () => {
    const child = await here.people.student('赵小同', schoolClass);
    const { person, phone } = await newcomer();
    const id = await ask(phone, '赵小同');
    const body = { decision: 'confirm', student_id: child };
    const both = await Promise.all([decide(principal, id, body), decide(classTeacher, id, body)]);
    expect(both.map(outcome).sort()).toEqual(['200', '409 links.decided-already']);
    expect((await factsAbout(person)).length).toBe(1);
  });

  test('say which child it is', async () => {
    const id = await ask((await newcomer()).phone, '孩子');
    expect(outcome(await decide(principal, id, { decision: 'confirm' }))).toBe(
      '400 http.bad-request',
    );
  });

  test('do not link to a child of another class, school, or one that is not there', async () => {
    const other = await here.people.school('第二小学');
    const elsewhere = await here.people.student('钱小远', other.schoolClass);
    const nextDoor = await here.people.place('class', '一年级2班', school);
    const neighbour = await here.people.student('钱小近', nextDoor);
    const id = await ask((await newcomer()).phone, '钱小远');
    const confirm = (who: Asking, student_id: string) =>
      decide(who, id, { decision: 'confirm', student_id }).then(outcome);
    expect(await confirm(classTeacher, neighbour)).toBe('404 http.not-found');
    expect(await confirm(principal, elsewhere)).toBe('404 http.not-found');
    expect(await confirm(principal, school.id)).toBe('404 http.not-found');
    const officer = await staff('district-officer', here.people.top);
    expect(await confirm(officer, elsewhere)).toBe('400 http.bad-request');
    expect(await confirm(principal, neighbour)).toBe('200');
  });

  test('of another school see nothing and decide nothing', async () => {
    const other = await here.people.school('第三小学');
    const stranger = await staff('principal', other.school);
    const id = await ask((await newcomer()).phone, '孩子');
    const { items } = (await stranger.get('/api/v1/link-requests')).json();
    expect(items).toEqual([]);
    const body = { decision: 'decline', reason: '不认识' };
    expect(outcome(await decide(stranger, id, body))).toBe('404 http.not-found');
  });

  test('page through the requests, the oldest first', async () => {
    const { school: large, schoolClass: one } = await here.people.school('第四小学');
    const teacher = await staff('class-teacher', one);
    const { person } = await newcomer();
    for (let index = 0; index < 5; index += 1) {
      await here.pool.query(
        `insert into tianfu.link_requests
           (id, person_id, school_id, child_name, class_hint, relationship, asked_at)
         values (gen_random_uuid(), $1, $2, $3, '', '52', $4::timestamptz + interval '123 microseconds')`,
        [person, large.id, `孩子${index}`, new Date(Date.UTC(2026, 9, 1, 0, 0, index))],
      );
    }
    const names: string[] = [];
    for (let cursor = ''; cursor !== 'end'; ) {
      const page = (await teacher.get(`/api/v1/link-requests?limit=2${cursor}`)).json();
      names.push(...page.items.map((line: { child_name: string }) => line.child_name));
      cursor = page.next ? `&cursor=${page.next}` : 'end';
    }
    expect(names).toEqual(['孩子0', '孩子1', '孩子2', '孩子3', '孩子4']);
  });

  test('end a link that is wrong, and the carer sees the child no more', async () => {
    const child = await here.people.student('孙小错', schoolClass);
    const { person, phone } = await newcomer();
    const id = await ask(phone, '孙小错');
    await decide(principal, id, { decision: 'confirm', student_id: child });
    expect(outcome(await phone.get(`/api/v1/students/${child}`))).toBe('200');
    const path = `/api/v1/students/${child}/carers/${person}`;
    expect(outcome(await phone.delete(path))).toBe('403 http.not-allowed');
    expect(outcome(await classTeacher.delete(path))).toBe('204');
    expect(outcome(await phone.get(`/api/v1/students/${child}`))).toBe('404 http.not-found');
    expect(outcome(await classTeacher.delete(path))).toBe('404 http.not-found');
    const kinds = (await factsAbout(person)).map(({ kind, quantity }) => [kind, quantity]);
    expect(kinds).toEqual([
      ['family.linked', 1],
      ['family.unlinked', 1],
    ]);
  });
});

test('anybody may read the names of schools, to choose from; nothing else of them', async () => {
  const { items } = (await here.nobody.get('/api/v1/schools')).json();
  expect(items).toContainEqual({ id: school.id, name: '第一小学', kind: 'school' });
});
