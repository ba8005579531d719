import { sql } from 'kysely';
import readXlsx from 'read-excel-file/node';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Asking } from '../../testing/test-app.ts';
import { type Family, makeScene, type Scene } from '../activities/testing/scene.ts';
import type { TopicList } from './shapes.ts';

let here: Scene;
let salon: string;
let li: Family;
let zhang: Family;
let outsider: Family;

const EVE = '2026-10-14T02:00:00Z';
const DURING = '2026-10-18T06:30:00Z';
const AFTER = '2026-10-18T09:00:00Z';
const [SLEEP, PHONES, GRANDPARENTS] = ['睡前半小时怎么过', '手机规则', '隔代教养怎么配合'] as const;

const url = (rest = '', id = salon) => `/api/v1/activities/${id}/topics${rest}`;
const proposals = (rest = '', id = salon) => `/api/v1/activities/${id}/topic-proposals${rest}`;
async function shown(as: Asking, id = salon): Promise<TopicList> {
  return (await as.get(url('', id))).json();
}
async function list(topics: object[], { as = here.principal, id = salon, version = -1 } = {}) {
  const seen = version >= 0 ? version : (await shown(here.principal, id)).version;
  return as.put(url('', id), { topics }, { 'if-match': `"${seen}"` });
}
/** The list as it stands, to be sent again with changes. */
async function asListed(id = salon): Promise<{ id: string; title: string }[]> {
  return (await shown(here.principal, id)).items.map(({ id: topic, title }) => ({
    id: topic,
    title,
  }));
}
async function topicOf(title: string) {
  const { items } = await shown(here.principal);
  const found = items.find((one) => one.title === title);
  if (!found) throw new Error(`${title} is not listed.`);
  return found;
}
const want = async (as: Asking, title: string) => as.put(url(`/${(await topicOf(title)).id}/wish`));
const unwant = async (as: Asking, title: string) =>
  as.delete(url(`/${(await topicOf(title)).id}/wish`));

beforeAll(async () => {
  here = await makeScene();
  here.clock.set(EVE);
  [li, zhang] = [await here.family('李妈妈'), await here.family('张爸爸')];
  const far = await here.people.place('class', '一年级1班', here.strangerSchool);
  const student = await here.people.student('外校的孩子', far);
  outsider = await here.otherCarer(student, '外校家长');
  salon = await here.draft({ kind: 'guidance-salon', title: '沙龙：放学以后' });
});

describe('the host lists topics', () => {
  test('in an order, while it is a draft that no family finds', async () => {
    expect((await list([{ title: PHONES }, { title: ` ${SLEEP} ` }])).statusCode).toBe(204);
    const listed = await asListed();
    expect(listed.map(({ title }) => title)).toEqual([PHONES, SLEEP]);
    expect((await list(listed.toReversed())).statusCode).toBe(204);
    expect((await asListed()).map(({ title }) => title)).toEqual([SLEEP, PHONES]);
    expect((await li.asking.get(url())).statusCode).toBe(404);
    expect((await here.principal.post(`/api/v1/activities/${salon}/publish`)).statusCode).toBe(200);
  });

  test('and is refused a title twice, too many, an empty one, and what somebody else changed meanwhile', async () => {
    const twice = await list([{ title: PHONES }, { title: PHONES }]);
    expect(twice.json().errors ?? twice.json().fields).toMatchObject([{ field: 'topics.1.title' }]);
    const many = Array.from({ length: 13 }, (_, index) => ({ title: `话题${index}` }));
    expect((await list(many)).statusCode).toBe(400);
    expect((await list([{ title: '  ' }])).statusCode).toBe(400);
    expect((await list([{ title: 'x'.repeat(41) }])).statusCode).toBe(400);
    expect((await list(await asListed(), { version: 0 })).statusCode).toBe(412);
    expect((await here.principal.put(url(), { topics: [] })).statusCode).toBe(428);
    expect(await asListed()).toHaveLength(2);
  });

  test('but not a kind of activity that has none', async () => {
    const lecture = await here.publish();
    expect((await here.principal.get(url('', lecture))).json().code).toBe('topics.no-topics');
    expect((await here.principal.get(`/api/v1/activities/${lecture}`)).json().has_topics).toBe(
      false,
    );
    expect((await li.asking.get(`/api/v1/activities/${salon}`)).json().has_topics).toBe(true);
  });
});

describe('families say what they want', () => {
  test('each carer once, may take it back, and sees how many but never who', async () => {
    const [first, second] = await Promise.all([
      want(li.asking, SLEEP),
      want(li.asking, SLEEP),
      want(zhang.asking, SLEEP),
    ]);
    expect([first.statusCode, second.statusCode]).toEqual([204, 204]);
    await want(zhang.asking, PHONES);
    const seen = await shown(li.asking);
    expect(seen.items).toMatchObject([
      { title: SLEEP, wanted: 2, wanted_by_me: true },
      { title: PHONES, wanted: 1, wanted_by_me: false },
    ]);
    expect(seen).toMatchObject({ may_want: true, may_edit: false, may_tick: false, host: null });
    for (const as of [li.asking, here.principal, here.teacher]) {
      const { body } = await as.get(url());
      expect(body).not.toContain(zhang.carer);
      expect(body).not.toContain('张爸爸');
    }
    await unwant(zhang.asking, PHONES);
    await unwant(zhang.asking, PHONES);
    expect(await topicOf(PHONES)).toMatchObject({ wanted: 0 });
  });

  test('and what they want keeps its words; taken off it takes its wishes along', async () => {
    const listed = await asListed();
    const reworded = listed.map((one) => (one.title === SLEEP ? { ...one, title: '成绩' } : one));
    expect((await list(reworded)).json().code).toBe('topics.wanted-already');
    expect((await list([...listed, { title: GRANDPARENTS }])).statusCode).toBe(204);
    await want(li.asking, GRANDPARENTS);
    expect((await list(listed)).statusCode).toBe(204);
    expect((await list([...listed, { title: GRANDPARENTS }])).statusCode).toBe(204);
    expect(await topicOf(GRANDPARENTS)).toMatchObject({ wanted: 0, wanted_by_me: false });
  });

  test('nobody else: a family of another school, their principal, staff without a child', async () => {
    const { id } = await topicOf(SLEEP);
    for (const as of [outsider.asking, here.stranger]) {
      expect((await as.get(url())).statusCode).toBe(404);
      for (const answer of [
        await as.put(url(`/${id}/wish`)),
        await as.delete(url(`/${id}/wish`)),
        await as.post(proposals(), { text: '别的' }),
        await list([], { as, version: 3 }),
        await as.put(`/api/v1/activities/${salon}/topics-talked`, { topic_ids: [] }),
      ]) {
        expect([403, 404]).toContain(answer.statusCode);
      }
    }
    expect([403, 404]).toContain((await here.teacher.put(url(`/${id}/wish`))).statusCode);
    // Their own class's events are the class teacher's; this one is the school's.
    for (const as of [here.teacher, li.asking]) {
      expect([403, 404]).toContain((await list([], { as })).statusCode);
    }
  });
});

describe('a family proposes a topic of its own', () => {
  const WORDS = '<b>孩子</b>回家不肯说学校的事';
  let proposal: string;

  test('which the host reads with the name, and no other family reads at all', async () => {
    const made = await li.asking.post(proposals(), { text: ` ${WORDS} ` });
    expect(made.statusCode).toBe(201);
    proposal = made.json().id;
    expect((await shown(li.asking)).mine).toMatchObject([{ text: WORDS, state: 'open' }]);
    const atHost = await shown(here.principal);
    expect(atHost.host?.proposals).toMatchObject([
      { id: proposal, proposer: '李妈妈', text: WORDS },
    ]);
    const partner = await here.otherCarer(li.student, '李爸爸');
    for (const as of [zhang.asking, partner.asking, here.teacher]) {
      const { body } = await as.get(url());
      expect(body).not.toContain('不肯说');
      expect(body).not.toContain('李妈妈');
      expect([403, 404]).toContain((await as.delete(proposals(`/${proposal}`))).statusCode);
    }
    expect((await partner.asking.post(proposals(), { text: '另一个' })).json().code).toBe(
      'topics.one-at-a-time',
    );
  });

  test('one at a time, within its length', async () => {
    expect((await li.asking.post(proposals(), { text: '再来一个' })).json().code).toBe(
      'topics.one-at-a-time',
    );
    expect((await zhang.asking.post(proposals(), { text: 'x'.repeat(101) })).statusCode).toBe(400);
    const both = await Promise.all([
      zhang.asking.post(proposals(), { text: '零花钱给不给' }),
      zhang.asking.post(proposals(), { text: '要不要养宠物' }),
    ]);
    expect(both.map(({ statusCode }) => statusCode).toSorted()).toEqual([201, 409]);
  });

  test('may take it back, and then propose another', async () => {
    const [open] = (await shown(zhang.asking)).mine;
    expect((await zhang.asking.delete(proposals(`/${open?.id}`))).statusCode).toBe(204);
    expect((await shown(here.principal)).host?.proposals).toHaveLength(1);
    expect((await zhang.asking.post(proposals(), { text: '零花钱给不给' })).statusCode).toBe(201);
  });

  test('accepted it stands on the list, wanted by its proposer, who is told', async () => {
    const decide = (body: object) => here.principal.put(proposals(`/${proposal}/decision`), body);
    const title = '孩子不肯说学校的事';
    expect(
      (await li.asking.put(proposals(`/${proposal}/decision`), { accept: true })).statusCode,
    ).toBe(403);
    expect((await decide({ accept: true, title })).statusCode).toBe(204);
    expect((await decide({ accept: true, title })).statusCode).toBe(204);
    expect((await decide({ accept: false, reason: '算了' })).json().code).toBe(
      'topics.decided-already',
    );
    const seen = await shown(li.asking);
    expect(seen.items.at(-1)).toMatchObject({ title, wanted: 1, wanted_by_me: true });
    expect(seen.mine).toMatchObject([{ state: 'accepted' }]);
    expect((await here.principal.get(url())).body).not.toContain(li.carer);
    const notices = (await li.asking.get('/api/v1/notices')).json().items;
    expect(notices).toHaveLength(1);
    expect(notices[0]).toMatchObject({ room: 'topics', kind: 'accepted' });
    expect(JSON.stringify(notices)).not.toContain('不肯说');
  });

  test('left off it keeps the reason, for its proposer alone', async () => {
    const [open] = (await shown(zhang.asking)).mine;
    const decision = proposals(`/${open?.id}/decision`);
    expect((await here.principal.put(decision, { accept: false })).statusCode).toBe(400);
    const reason = '下个月专门办一场';
    expect((await here.principal.put(decision, { accept: false, reason })).statusCode).toBe(204);
    expect((await shown(zhang.asking)).mine[0]).toMatchObject({ state: 'declined', reason });
    expect((await li.asking.get(url())).body).not.toContain(reason);
  });

  test('too long for the list, the host puts it more shortly', async () => {
    const made = await zhang.asking.post(proposals(), { text: '很长'.repeat(30) });
    const decision = proposals(`/${made.json().id}/decision`);
    expect((await here.principal.put(decision, { accept: true })).json().code).toBe(
      'topics.too-long',
    );
    expect((await here.principal.put(decision, { accept: true, title: PHONES })).statusCode).toBe(
      204,
    );
    expect((await asListed()).filter(({ title }) => title === PHONES)).toHaveLength(1);
    expect(await topicOf(PHONES)).toMatchObject({ wanted: 1 });
  });
});

describe('the salon and after it', () => {
  test('nothing was talked about before it began', async () => {
    const early = await here.principal.put(`/api/v1/activities/${salon}/topics-talked`, {
      topic_ids: [],
    });
    expect(early.json().code).toBe('topics.not-held-yet');
  });

  test('the host ticks what was talked about, and may put that right', async () => {
    here.clock.set(DURING);
    const tick = (topics: string[]) =>
      here.principal.put(`/api/v1/activities/${salon}/topics-talked`, { topic_ids: topics });
    const { id } = await topicOf(SLEEP);
    expect((await tick([id, (await topicOf(PHONES)).id])).statusCode).toBe(204);
    expect((await tick([id])).statusCode).toBe(204);
    expect((await tick([li.student])).statusCode).toBe(400);
    const ticked = (await shown(li.asking)).items.filter(({ is_talked }) => is_talked);
    expect(ticked.map(({ title }) => title)).toEqual([SLEEP]);
  });

  test('once over the list stays as it is', async () => {
    here.clock.set(AFTER);
    expect(await shown(li.asking)).toMatchObject({ may_want: false });
    expect((await want(zhang.asking, GRANDPARENTS)).json().code).toBe('topics.closed');
    expect((await zhang.asking.post(proposals(), { text: '晚了' })).json().code).toBe(
      'topics.closed',
    );
    expect((await list([])).json().code).toBe('topics.closed');
  });

  test('what was not talked about goes along into copies, and is offered for the next one', async () => {
    const left = [PHONES, GRANDPARENTS, '孩子不肯说学校的事'];
    const copied = await here.principal.post(`/api/v1/activities/${salon}/copies`, {
      days: ['2026-11-08'],
    });
    const copy = copied.json().items[0].activity_id;
    expect((await asListed(copy)).map(({ title }) => title)).toEqual(left);
    expect((await shown(here.principal, copy)).items.map(({ wanted }) => wanted)).toEqual([
      0, 0, 0,
    ]);
    const next = await here.draft({
      kind: 'guidance-salon',
      title: '下一次',
      begins_at: '2026-11-15T06:00:00Z',
      ends_at: '2026-11-15T07:30:00Z',
    });
    const { host } = await shown(here.principal, next);
    expect(host?.kept.map(({ title }) => title).toSorted()).toEqual(left.toSorted());
    await list([{ title: PHONES }], { id: next });
    expect((await shown(here.principal, next)).host?.kept).toHaveLength(2);
  });
});

test('the database itself shows wishes to their carer alone, and a proposal to nobody in between', async () => {
  const counted = (person: string, reach: readonly string[]) =>
    here.district.database.read({ person, reach }, async (transaction) => {
      const { rows } = await sql<{ wishes: number; proposals: number }>`
        select (select count(*) from topic_wishes) as wishes,
               (select count(*) from topic_proposals) as proposals`.execute(transaction);
      return rows[0];
    });
  expect(await counted(li.carer, [])).toEqual({ wishes: 2, proposals: 1 });
  expect(await counted(here.principalId, [here.school.id])).toEqual({ wishes: 0, proposals: 4 });
  const none = { wishes: 0, proposals: 0 };
  expect(await counted(outsider.carer, [])).toEqual(none);
  expect(await counted(outsider.carer, [here.strangerSchool.id])).toEqual(none);
});

describe('what families care about', () => {
  const report = async (as: Asking, query = '') => as.get(`/api/v1/wanted-topics${query}`);

  test('is counted over the salons of the host in a school year, the same words once, and names nobody', async () => {
    here.clock.set(EVE);
    const other = await here.draft({ kind: 'guidance-salon', title: '沙龙：又一次' });
    await list([{ title: ` ${PHONES}` }, { title: '零花钱' }], { id: other });
    const draft = (await report(here.principal)).json();
    expect(draft.items.map(({ title }: { title: string }) => title)).not.toContain('零花钱');
    await here.principal.post(`/api/v1/activities/${other}/publish`);
    const [phones] = (await shown(here.principal, other)).items;
    const before = draft.items.find(({ title }: { title: string }) => title === PHONES);
    for (const { asking } of [li, zhang]) await asking.put(url(`/${phones?.id}/wish`, other));
    const answer = await report(here.principal);
    const { items, salons, school_year, school_years } = answer.json();
    expect(items.find(({ title }: { title: string }) => title === PHONES)).toEqual({
      title: PHONES,
      wanted: before.wanted + 2,
      salons: before.salons + 1,
      talked: before.talked,
    });
    expect(items.map(({ wanted }: { wanted: number }) => wanted)).toEqual(
      items
        .map(({ wanted }: { wanted: number }) => wanted)
        .toSorted((a: number, b: number) => b - a),
    );
    expect(salons).toBeGreaterThanOrEqual(2);
    expect(school_year).toBe('2026-2027');
    expect(school_years[0]).toBe('2026-2027');
    for (const { carer, student } of [li, zhang]) {
      expect(answer.body).not.toContain(carer);
      expect(answer.body).not.toContain(student);
    }
  });

  test('is found by words and page by page, of one host, and leaves as a workbook', async () => {
    const { items, next } = (await report(here.principal, '?limit=1')).json();
    expect(items).toHaveLength(1);
    const rest = (await report(here.principal, `?limit=50&cursor=${next}`)).json();
    expect(rest.items.map(({ title }: { title: string }) => title)).not.toContain(items[0].title);
    const found = (await report(here.principal, `?q=零花&host=${here.school.id}`)).json();
    expect(found.items).toEqual([{ title: '零花钱', wanted: 0, salons: 1, talked: 0 }]);
    const file = await here.principal.get('/api/v1/wanted-topics/sheet?q=零花');
    const [sheet] = await readXlsx(file.rawPayload);
    expect(sheet?.data).toEqual([
      ['话题', '想聊（人次）', '列过（场）', '聊到（场）'],
      ['零花钱', 0, 1, 0],
    ]);
  });

  test('of another school year is another, and of none says which there are', async () => {
    const past = (await report(here.principal, '?school_year=2025-2026')).json();
    expect(past).toMatchObject({ items: [], salons: 0, school_year: '2025-2026' });
    const none = await report(here.principal, '?school_year=1999-2000');
    expect(none.json().fields[0]).toMatchObject({ field: 'school_year' });
    expect(none.json().fields[0].reason).toContain('2026-2027');
  });

  test('is for the staff of hosts: another school has its own, a family none', async () => {
    expect((await report(here.stranger)).json()).toMatchObject({ items: [], salons: 0 });
    expect((await report(here.stranger, `?host=${here.school.id}`)).statusCode).toBe(404);
    expect((await report(li.asking)).statusCode).toBe(403);
    expect((await report(here.nobody)).statusCode).toBe(401);
  });
});
