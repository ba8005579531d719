import sharp from 'sharp';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { settleDistrict } from '../../background.ts';
import type { Asking } from '../../testing/test-app.ts';
import { type Family, makeScene, type Scene } from '../activities/testing/scene.ts';

let here: Scene;
let officer: Asking;
let otherOfficer: Asking;
let family: Family;
let activity: string;

beforeAll(async () => {
  here = await makeScene();
  const [one, other] = [await here.people.adult('区里的韩'), await here.people.adult('区里的方')];
  for (const person of [one, other]) {
    await here.people.post(person, 'district-officer', here.people.top);
  }
  officer = here.signedIn(one);
  otherOfficer = here.signedIn(other);
});

/** A family that came for an hour and a half; the event is over and counted. */
beforeEach(async () => {
  here.clock.set('2026-10-14T01:00:00Z');
  activity = await here.publish();
  family = await here.family('高山');
  await here.signUp(family, activity);
  const scan = () =>
    here.teacher.post(`/api/v1/activities/${activity}/check-ins`, { carer_id: family.carer });
  here.clock.set('2026-10-18T06:00:00Z');
  await scan();
  here.clock.set('2026-10-18T07:30:00Z');
  await scan();
  await here.principal.post(`/api/v1/activities/${activity}/finish`);
  await settleDistrict(here.district);
  here.clock.set('2026-10-19T02:00:00Z');
});

async function entryOf({ asking, carer }: Family) {
  const { items } = (await asking.get(`/api/v1/carers/${carer}/points`)).json();
  return items[0] as { sequence: number; amount: number; deed: { fact_id: string } };
}

async function raiseWrong(of: Family = family): Promise<string> {
  const { deed } = await entryOf(of);
  const words = '我一直待到三点半，只记了半场。';
  const answer = await raise(of.asking, { claim: 'wrong', fact_id: deed.fact_id, words });
  expect(answer.statusCode).toBe(201);
  return answer.json().id;
}

const raise = (as: Asking, body: object) => as.post('/api/v1/contests', body);
const look = async (as: Asking, id: string) => (await as.get(`/api/v1/contests/${id}`)).json();

async function decide(as: Asking, id: string, body: object) {
  const { version } = await look(as, id);
  return as.post(`/api/v1/contests/${id}/decision`, body, { 'if-match': `"${version}"` });
}

const declined = { outcome: 'declined', reason: '签到表上是 14:00 到 15:30，与记录一致。' };

/** What still speaks. */
async function inboxOf(as: Asking): Promise<string[]> {
  const { items } = (await as.get('/api/v1/notices')).json();
  return items
    .filter((one: { done_at: string | null }) => one.done_at === null)
    .map((one: { heading: { zh: string } }) => one.heading.zh);
}

describe('an entry that a family says is wrong', () => {
  test('goes to the host, and where they are right the record is corrected by the decision', async () => {
    const id = await raiseWrong();
    const list = (await here.principal.get('/api/v1/contests')).json();
    expect(list.items.find((one: { id: string }) => one.id === id)).toMatchObject({
      carer_name: '高山',
      title: { zh: '陪孩子走过一年级' },
      // Monday to Friday, and the weekend between.
      due_at: '2026-10-26T16:00:00.000Z',
      urgency: 'calm',
      lies_with: 'host',
    });
    expect(await inboxOf(here.principal)).toContain('有家长提出异议，请按期答复');

    const answer = await decide(here.principal, id, {
      ...{ outcome: 'upheld', reason: '查了录像，家长提前半小时离开，更正为一小时。', minutes: 60 },
    });
    expect(answer.statusCode).toBe(200);
    await settleDistrict(here.district);
    const facts = await here.factsAbout(family.carer);
    expect(facts.map(({ quantity }) => quantity)).toEqual([90, -90, 60]);
    const file = await look(family.asking, id);
    expect(file).toMatchObject({
      state: 'answered',
      decisions: [
        {
          ...{ level: 'host', outcome: 'upheld', minutes_before: 90, minutes_after: 60 },
          ...{ decided_by: '周校长', result: facts[2]?.source },
        },
      ],
      may_refuse: true,
    });
    expect(await inboxOf(family.asking)).toContain('您提的异议有答复了');
    // Nobody of the host is asked for it any more.
    expect(await inboxOf(here.principal)).not.toContain('有家长提出异议，请按期答复');
  });

  test('is not upheld without a correction, and not with one that changes nothing', async () => {
    const id = await raiseWrong();
    const upheld = { outcome: 'upheld', reason: '家长说得对。' };
    const bare = await decide(here.principal, id, upheld);
    expect(bare.json().code).toBe('contests.correction-missing');
    const same = await decide(here.principal, id, { ...upheld, minutes: 90 });
    expect(same.json().code).toBe('activities.nothing-to-correct');
    expect((await look(family.asking, id)).state).toBe('open');
  });

  test('is contested once; one that was withdrawn may be contested again', async () => {
    const id = await raiseWrong();
    const { deed } = await entryOf(family);
    const again = { claim: 'wrong', fact_id: deed.fact_id, words: '还是不对' };
    expect((await raise(family.asking, again)).json().code).toBe('contests.contested-already');
    expect((await family.asking.delete(`/api/v1/contests/${id}`)).statusCode).toBe(204);
    expect((await raise(family.asking, again)).statusCode).toBe(201);
    const mine = (await family.asking.get('/api/v1/carer/contests')).json().items;
    expect(mine.map(({ state }: { state: string }) => state)).toEqual(['open', 'withdrawn']);
  });

  test('that is another person’s is not found, and after a year it is too late', async () => {
    const { deed } = await entryOf(family);
    const father = await here.otherCarer(family.student, '高峰');
    const body = { claim: 'wrong', fact_id: deed.fact_id, words: '不对' };
    expect((await raise(father.asking, body)).statusCode).toBe(404);
    here.clock.set('2027-11-01T02:00:00Z');
    expect((await raise(family.asking, body)).json().code).toBe('contests.too-late');
  });
});

describe('an entry that is missing', () => {
  test('for an event that the family came to is entered by the decision, place or no place', async () => {
    const missed = await here.family('没扫上的');
    const words = '我和孩子坐在第三排，出口没有人扫码。';
    const raised = await raise(missed.asking, { claim: 'missing', activity_id: activity, words });
    const { id } = raised.json();
    const upheld = { outcome: 'upheld', reason: '座位表和照片上都有。', minutes: 90 };
    expect((await decide(here.principal, id, upheld)).json().decisions).toMatchObject([
      { minutes_before: null, minutes_after: 90 },
    ]);
    await settleDistrict(here.district);
    expect(await entryOf(missed)).toMatchObject({ amount: 150 });
  });

  test('that no event names goes to the child’s school, which says which event it was', async () => {
    const raised = await raise(family.asking, {
      ...{ claim: 'missing', happened_on: '2026-10-11', words: '十一号帮学校布置会场。' },
    });
    const { id } = raised.json();
    expect(await look(here.principal, id)).toMatchObject({ host_name: '第一小学', event: null });
    const named = { outcome: 'upheld', reason: '对的。', activity_id: activity, minutes: 80 };
    expect((await decide(here.principal, id, named)).statusCode).toBe(200);
  });

  test('cannot be told before the event is over, nor of an event for others', async () => {
    here.clock.set('2026-10-14T02:00:00Z');
    const coming = await here.publish();
    const body = { claim: 'missing', words: '少了' };
    const early = await raise(family.asking, { ...body, activity_id: coming });
    expect(early.json().code).toBe('contests.not-over-yet');
    const strangers = await here.people.school('第三小学');
    const far = await here.people.adult('远处的家长');
    const child = await here.people.student('远处的孩子', strangers.schoolClass);
    await here.people.guardianship(far, child);
    here.clock.set('2026-10-19T02:00:00Z');
    const asFar = here.signedIn(far);
    expect((await raise(asFar, { ...body, activity_id: activity })).statusCode).toBe(404);
  });
});

describe('the district', () => {
  test('gets by itself what the host has not answered in time, and all sides are told', async () => {
    const id = await raiseWrong();
    here.clock.set('2026-10-26T15:59:00Z');
    await settleDistrict(here.district);
    expect((await look(here.principal, id)).state).toBe('open');
    here.clock.set('2026-10-26T16:00:00Z');
    await settleDistrict(here.district);
    expect(await look(officer, id)).toMatchObject({
      ...{ state: 'escalated', escalated_because: 'overdue', may_decide: true },
      due_at: '2026-11-10T16:00:00.000Z',
    });
    expect(await inboxOf(family.asking)).toContain('您的异议已转到区里');
    expect(await inboxOf(officer)).toContain('有一件异议等区里决定');
    const late = await decide(here.principal, id, declined);
    expect(late.statusCode).toBe(404);
  });

  test('decides once what the family does not accept, by somebody who had no part in it', async () => {
    const id = await raiseWrong();
    // A district officer stands in for the school, and may not look at their own answer again.
    expect((await decide(officer, id, declined)).statusCode).toBe(200);
    expect((await family.asking.post(`/api/v1/contests/${id}/refusal`)).statusCode).toBe(204);
    expect((await look(officer, id)).may_decide).toBe(false);
    expect((await decide(officer, id, declined)).json().code).toBe('contests.second-person');
    const last = await decide(otherOfficer, id, declined);
    expect(last.json()).toMatchObject({ state: 'closed', due_at: null });
    const again = await family.asking.post(`/api/v1/contests/${id}/refusal`);
    expect(again.json().code).toBe('contests.not-in-this-state');
    expect(await inboxOf(family.asking)).toContain('您提的异议有决定了');
  });

  test('does not look at an answer that the family let stand', async () => {
    const id = await raiseWrong();
    await decide(here.principal, id, declined);
    here.clock.set('2026-11-04T02:00:00Z');
    await settleDistrict(here.district);
    expect(await look(family.asking, id)).toMatchObject({ state: 'closed', may_refuse: false });
  });
});

describe('who sees it', () => {
  test('is the family and those who decide, whose looks the family sees; nobody else', async () => {
    const id = await raiseWrong();
    const father = await here.otherCarer(family.student, '高峰');
    for (const other of [here.stranger, father.asking]) {
      expect((await other.get(`/api/v1/contests/${id}`)).statusCode).toBe(404);
    }
    expect((await here.teacher.get('/api/v1/contests')).statusCode).toBe(403);
    expect((await here.teacher.get(`/api/v1/contests/${id}`)).statusCode).toBe(404);
    const theirs = (await here.stranger.get('/api/v1/contests?show=all')).json().items;
    expect(theirs).toEqual([]);
    await look(here.principal, id);
    expect((await look(family.asking, id)).looks).toMatchObject([{ name: '周校长', what: 'file' }]);
  });

  test('never includes its own judge: a principal’s own case is for a colleague', async () => {
    const own = await here.otherCarer(family.student, '徐副校长');
    await here.people.post(own.carer, 'principal', here.school);
    const id = await raiseWrong();
    expect((await decide(own.asking, id, declined)).json().code).toBe('contests.own-case');
  });
});

describe('evidence', () => {
  const attach = async (carer: string, id: string, bytes: Buffer) => {
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(bytes)]), 'photo.jpg');
    const request = new Request('http://localhost', { method: 'POST', body: form });
    const { cookie } = await here.as(carer);
    return here.app.inject({
      method: 'POST',
      url: `/api/v1/contests/${id}/evidence`,
      headers: { cookie: cookie ?? '', 'content-type': request.headers.get('content-type') ?? '' },
      payload: Buffer.from(await request.arrayBuffer()),
    });
  };
  const photo = () =>
    sharp({ create: { width: 40, height: 30, channels: 3, background: '#f2a65a' } })
      .jpeg()
      .withExif({ IFD3: { GPSLatitude: '30/1 24/1 0/1' } })
      .toBuffer();

  test('is a picture without its place, or a PDF; each look of the staff is told to the family', async () => {
    const id = await raiseWrong();
    const added = await attach(family.carer, id, await photo());
    expect(added.statusCode).toBe(201);
    const pdf = Buffer.from('%PDF-1.7\n%%EOF');
    expect((await attach(family.carer, id, pdf)).statusCode).toBe(201);
    const address = `/api/v1/contests/${id}/evidence/${added.json().id}`;
    const seen = await here.principal.get(address);
    expect((await sharp(seen.rawPayload).metadata()).exif).toBeUndefined();
    expect(seen.headers['cache-control']).toBe('private, no-store');
    expect((await here.stranger.get(address)).statusCode).toBe(404);
    const { looks, evidence } = await look(family.asking, id);
    expect(evidence.map(({ kind }: { kind: string }) => kind)).toEqual(['picture', 'pdf']);
    expect(looks).toMatchObject([{ name: '周校长', what: 'evidence' }]);
  });

  test('of another kind, of somebody else, or after the decision is refused', async () => {
    const id = await raiseWrong();
    const page = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>');
    expect((await attach(family.carer, id, page)).json().code).toBe('pictures.unreadable');
    const big = Buffer.concat([Buffer.from('%PDF-1.7'), Buffer.alloc(6 * 1024 * 1024)]);
    expect((await attach(family.carer, id, big)).statusCode).toBe(413);
    const father = await here.otherCarer(family.student, '高峰');
    expect((await attach(father.carer, id, await photo())).statusCode).toBe(404);
    await decide(here.principal, id, declined);
    const late = await attach(family.carer, id, await photo());
    expect(late.json().code).toBe('contests.not-in-this-state');
  });
});

test('the list goes into a spreadsheet', async () => {
  await raiseWrong();
  const sheet = await here.principal.get('/api/v1/contests/sheet?show=all');
  expect(sheet.headers['content-type']).toContain('spreadsheetml');
});

describe('a carer without a phone', () => {
  const said = (over: object = {}) => ({
    ...{ claim: 'missing', happened_on: '2026-10-10', how: 'in-person', carer_id: family.carer },
    words: '十月十日在门口值了一早上，没有记。',
    ...over,
  });
  const enter = (as: Asking, body: object) => as.post('/api/v1/contests/for-carers', body);

  test('comes in person: the school enters it, with the same deadline, and the carer is told', async () => {
    const answer = await enter(here.principal, said());
    expect(answer.statusCode).toBe(201);
    const { id } = answer.json();
    const own = await look(family.asking, id);
    expect(own).toMatchObject({ is_mine: true, state: 'open', may_withdraw: true });
    expect(own.entered).toMatchObject({ how: 'in-person' });
    expect(own.entered.by).not.toBe('');
    const raised = await raise(family.asking, {
      ...{ claim: 'missing', happened_on: '2026-10-11', words: '另一天也少了。' },
    });
    expect((await look(family.asking, raised.json().id)).due_at).toBe(own.due_at);
    const notices = (await family.asking.get('/api/v1/notices')).json();
    expect(JSON.stringify(notices)).toContain('已替您提交异议');
  });

  test('brings a paper: who entered it attaches it, and nobody beside them', async () => {
    const { id } = (await enter(here.principal, said({ how: 'paper' }))).json();
    const another = await here.people.adult('区里的姚');
    await here.people.post(another, 'district-officer', here.people.top);
    const page = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#fff' } })
      .jpeg()
      .toBuffer();
    const attach = async (as: Asking) => {
      const form = new FormData();
      form.append('file', new Blob([new Uint8Array(page)]), 'paper.jpg');
      const request = new Request('http://localhost', { method: 'POST', body: form });
      return here.app.inject({
        ...{ method: 'POST', url: `/api/v1/contests/${id}/evidence` },
        headers: {
          cookie: as.cookie ?? '',
          'content-type': request.headers.get('content-type') ?? '',
        },
        payload: Buffer.from(await request.arrayBuffer()),
      });
    };
    expect((await attach(await here.as(here.principalId))).statusCode).toBe(201);
    expect((await attach(await here.as(another))).statusCode).toBe(404);
    expect((await look(family.asking, id)).evidence).toHaveLength(1);
  });

  test('is a carer of a child in reach, and contests nothing of others', async () => {
    const { deed } = await entryOf(await here.family('高原').then(() => family));
    const other = await here.family('高远');
    const wrong = { claim: 'wrong', fact_id: deed.fact_id, happened_on: undefined };
    const others = await enter(here.principal, said({ ...wrong, carer_id: other.carer }));
    expect(others.statusCode).toBe(404);
    expect((await enter(here.principal, said(wrong))).statusCode).toBe(201);
    expect((await enter(here.stranger, said())).statusCode).toBe(404);
    expect((await enter(family.asking, said())).statusCode).toBe(403);
  });

  test('is known to a community by the phone that they give', async () => {
    const community = await here.people.place('community', '麓湖社区', here.people.top);
    const workerId = await here.people.adult('社区的贾');
    await here.people.post(workerId, 'community-worker', community);
    const worker = here.signedIn(workerId);
    const grandmother = await here.people.adult('高奶奶', '10012349877');
    await here.people.guardianship(grandmother, family.student);
    const { carer_id: _, ...body } = said({ host_id: community.id });
    const unknown = await enter(worker, { ...body, carer_phone: '10012340001' });
    expect(unknown.json().code).toBe('contests.no-such-carer');
    const answer = await enter(worker, { ...body, carer_phone: '10012349877' });
    expect(answer.statusCode).toBe(201);
    expect(await look(worker, answer.json().id)).toMatchObject({ carer_name: '高奶奶' });
    expect((await enter(worker, said())).statusCode).toBe(404);
  });
});
