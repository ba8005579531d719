import readXlsx from 'read-excel-file/node';
import { beforeAll, describe, expect, test } from 'vitest';
import { makeScene, type Scene } from '../../records/activities/testing/scene.ts';

let here: Scene;
let ready: string;
let draft: string;

interface Row {
  activity_id: string;
  missing: { code: string; text: { zh: string } }[];
}

const board = async (query = '', by: 'principal' | 'teacher' | 'stranger' = 'principal') => {
  const answer = await here[by].get(`/api/v1/host-board${query}`);
  return answer.json() as { items: Row[]; next?: string };
};

beforeAll(async () => {
  here = await makeScene();
  ready = await here.publish({ description: '讲给一年级的家长。', title: '准备好了' });
  await here.signUp(await here.family('陈静'), ready);
  draft = await here.draft({
    title: '还没写完',
    begins_at: '2026-10-18T06:30:00Z',
    ends_at: '2026-10-18T08:00:00Z',
  });
});

describe('the host’s board', () => {
  test('has each coming event with what is missing, and what stands in its way', async () => {
    const { items } = await board();
    expect(items.map(({ activity_id }) => activity_id)).toEqual([ready, draft]);
    expect(items[0]?.missing).toEqual([]);
    expect(items[1]?.missing.map(({ code }) => code)).toEqual(['draft', 'no-description', 'clash']);
    expect(items[1]?.missing.at(-1)?.text.zh).toContain('《准备好了》');
  });

  test('is narrowed by what is missing, by name and by host, and read page by page', async () => {
    expect((await board('?missing=anything')).items).toHaveLength(1);
    expect((await board('?missing=few-sign-ups')).items).toEqual([]);
    expect((await board('?q=准备')).items).toMatchObject([{ activity_id: ready }]);
    expect((await board(`?host=${here.schoolClass.id}`)).items).toEqual([]);
    const first = await board('?limit=1');
    const second = await board(`?limit=1&cursor=${first.next}`);
    expect([...first.items, ...second.items].map((one) => one.activity_id)).toEqual([ready, draft]);
    expect(second.next).toBeUndefined();
  });

  test('leaves as a spreadsheet', async () => {
    const answer = await here.principal.get('/api/v1/host-board/sheet?missing=draft');
    const [sheet] = await readXlsx(answer.rawPayload);
    expect(sheet?.data[0]).toContain('还差什么');
    expect(String(sheet?.data[1]?.at(-1))).toContain('还有 4 天，还是草稿；没有写介绍');
  });

  test('is of one’s own school only, and nobody’s who arranges nothing', async () => {
    expect((await board('', 'stranger')).items).toEqual([]);
    const asked = `/api/v1/host-board?host=${here.school.id}`;
    expect((await here.stranger.get(asked)).statusCode).toBe(404);
    expect((await here.nobody.get('/api/v1/host-board')).statusCode).toBe(401);
    const { asking } = await here.family('李强');
    expect((await asking.get('/api/v1/host-board')).statusCode).toBe(403);
  });

  test('asks for the confirmation when an event is over, until it is given', async () => {
    here.clock.set('2026-10-18T08:30:00Z');
    const missing = (rows: Row[]) =>
      rows.find(({ activity_id }) => activity_id === ready)?.missing.map(({ code }) => code);
    expect(missing((await board()).items)).toEqual(['not-confirmed']);
    await here.principal.post(`/api/v1/activities/${ready}/finish`);
    expect(missing((await board()).items)).toBeUndefined();
  });
});
