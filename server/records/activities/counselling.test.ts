import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Asking } from '../../testing/test-app.ts';
import { type Family, makeScene, type Scene } from './testing/scene.ts';

const NOTE = '孩子不愿意上学，想请教怎么和他谈';

let here: Scene;
let counsellor: Asking;
let counsellorId: string;
let colleague: Asking;
let colleagueId: string;
beforeAll(async () => {
  here = await makeScene();
  counsellorId = await here.people.adult('沈老师');
  await here.people.post(counsellorId, 'teacher', here.school);
  counsellor = await here.as(counsellorId);
  colleagueId = await here.people.adult('钱老师');
  await here.people.post(colleagueId, 'moral-education-lead', here.school);
});
beforeEach(async () => {
  await at('2026-10-14T02:00:00Z');
});

/** A session ends while the clock jumps: who is tested signs in anew. */
async function at(instant: string): Promise<void> {
  here.clock.set(instant);
  const staff = [counsellorId, colleagueId];
  await here.pool.query('delete from tianfu.sessions where person_id = any($1)', [staff]);
  counsellor = await here.as(counsellorId);
  colleague = await here.as(colleagueId);
}

const session = (id: string, as: Asking) => as.get(`/api/v1/activities/${id}`);
const booking = (id: string, as: Asking) => as.get(`/api/v1/sessions/${id}/booking`);
const book = ({ asking, student }: Family, slot: string, note?: string) =>
  asking.post(`/api/v1/sessions/${slot}/booking`, {
    student_ids: [student],
    ...(note && { note }),
  });

/** Counselling of a Sunday morning, published; gives the slots. */
async function counselling(): Promise<{ whole: string; slots: [string, string, string] }> {
  const whole = await here.draft({ kind: 'guidance-counselling', title: '周日家庭教育咨询' });
  const made = await here.principal.post(`/api/v1/activities/${whole}/slots`, {
    from: '2026-10-18T01:00:00Z',
    until: '2026-10-18T04:00:00Z',
    minutes: 60,
    led_by: counsellorId,
  });
  expect(made.statusCode).toBe(201);
  await here.principal.post(`/api/v1/activities/${whole}/publish`);
  const { sessions } = made.json();
  return { whole, slots: sessions.map((one: { activity_id: string }) => one.activity_id) };
}

describe('a private slot', () => {
  test('is made with a counsellor of the host and one place, and counselling is published with slots only', async () => {
    const none = await here.draft({ kind: 'guidance-counselling' });
    const published = await here.principal.post(`/api/v1/activities/${none}/publish`);
    expect(published.json().code).toBe('activities.needs-slots');
    const stranger = await here.people.adult('外校的老师');
    const slots = { from: '2026-10-18T01:00:00Z', until: '2026-10-18T02:00:00Z', minutes: 60 };
    const url = `/api/v1/activities/${none}/slots`;
    const refused = await here.principal.post(url, { ...slots, led_by: stranger });
    expect(refused.json().code).toBe('activities.leader-unknown');
    const made = await here.principal.post(url, { ...slots, led_by: counsellorId, capacity: 5 });
    expect(made.json().sessions).toMatchObject([{ leader: '沈老师', capacity: 1 }]);
  });

  test('is booked by one family, and another finds it taken, not by whom', async () => {
    const { whole, slots } = await counselling();
    const [one, other] = [await here.family('预约的'), await here.family('也想约')];
    expect((await book(one, slots[0], NOTE)).statusCode).toBe(201);
    expect((await book(other, slots[0])).json().code).toBe('activities.slot-taken');
    const seen = (await session(whole, other.asking)).json();
    expect(seen.sessions[0]).toMatchObject({ places_left: 0, registration: null });
    expect(JSON.stringify(seen)).not.toContain(one.carer);
    expect((await booking(slots[0], other.asking)).statusCode).toBe(404);
    expect((await book(one, slots[1])).json().code).toBe('activities.in-another-session');
  });

  test('of two families at the same moment one has it', async () => {
    const { slots } = await counselling();
    const families = await Promise.all(['甲', '乙', '丙', '丁'].map((name) => here.family(name)));
    const answers = await Promise.all(families.map((family) => book(family, slots[0])));
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([201, 409, 409, 409]);
  });

  test('is not given by ordinary sign-up, nor exchanged, nor shown at a door', async () => {
    const { slots } = await counselling();
    const family = await here.family('走错门的');
    expect((await here.signUp(family, slots[0])).code).toBe('activities.book-privately');
    const { id } = (await book(family, slots[0])).json();
    const move = await family.asking.post(
      `/api/v1/activities/${slots[0]}/registrations/${id}/session`,
      { session_id: slots[1] },
    );
    expect(move.json().code).toBe('activities.book-anew');
    expect((await family.asking.get(`/api/v1/activities/${slots[0]}/my-code`)).statusCode).toBe(
      404,
    );
    await at('2026-10-18T01:00:00Z');
    const door = `/api/v1/activities/${slots[0]}/check-ins`;
    const checked = await here.teacher.post(door, { carer_id: family.carer });
    expect(checked.statusCode).toBe(404);
  });
});

describe('who comes to counselling', () => {
  let family: Family;
  let ids: Awaited<ReturnType<typeof counselling>>;
  beforeAll(async () => {
    await at('2026-10-14T02:00:00Z');
    family = await here.family('不想让人知道的');
    ids = await counselling();
    await book(family, ids.slots[0], NOTE);
  });

  test('is known to the counsellor, with the note, and the family sees that they looked', async () => {
    const seen = await booking(ids.slots[0], counsellor);
    expect(seen.json()).toMatchObject({
      carers: ['不想让人知道的'],
      students: [{ name: '不想让人知道的的孩子' }],
      note: NOTE,
      minutes: null,
    });
    expect((await booking(ids.slots[0], family.asking)).json().note).toBe(NOTE);
    const { rows } = await here.pool.query(
      'select reader_id, what from tianfu.student_reads where student_id = $1',
      [family.student],
    );
    expect(rows).toEqual([{ reader_id: counsellorId, what: 'registration' }]);
  });

  test('is hidden from colleagues, principal, class teacher, the other parent: in page, list, export and numbers', async () => {
    const otherParent = await here.otherCarer(family.student, '孩子的爸爸');
    const otherFamily = await here.family('别家的');
    const curious = [
      colleague,
      here.principal,
      here.teacher,
      otherParent.asking,
      otherFamily.asking,
    ];
    for (const asking of curious) {
      expect((await booking(ids.slots[0], asking)).statusCode).toBe(404);
      for (const id of [ids.whole, ids.slots[0]]) {
        const answers = await Promise.all([
          asking.get(`/api/v1/activities/${id}`),
          asking.get(`/api/v1/activities/${id}/registrations`),
          asking.get('/api/v1/carer/registrations'),
        ]);
        for (const answer of answers) {
          expect(answer.body).not.toContain(family.carer);
          expect(answer.body).not.toContain('不想让人知道的');
        }
      }
    }
    const seen = (await session(ids.slots[0], colleague)).json();
    expect(seen).toMatchObject({ places_left: 0, desk: { registered: 0, carers: 0 } });
    const sheet = await here.principal.get(`/api/v1/activities/${ids.whole}/registrations/sheet`);
    expect(sheet.statusCode).toBe(200);
    expect(
      (await here.principal.get(`/api/v1/activities/${ids.whole}/registrations`)).json().items,
    ).toEqual([]);
  });

  test('cannot be read out of the database by a query that forgot its filter', async () => {
    const tables = ['registrations', 'registration_carers', 'registration_students'] as const;
    const count = (person: string) =>
      here.district.database.read({ person, reach: [] }, async (transaction) => {
        let found = 0;
        for (const table of tables) {
          const rows = await transaction.selectFrom(table).selectAll().execute();
          found += rows.filter((row) => row.activity_id === ids.slots[0]).length;
        }
        return found;
      });
    expect(await count(here.principalId)).toBe(0);
    expect(await count(counsellorId)).toBe(3);
    expect(await count(family.carer)).toBe(3);
    const { rows } = await here.pool.query(
      'select note_sealed from tianfu.registrations where activity_id = $1',
      [ids.slots[0]],
    );
    expect(rows[0].note_sealed.toString()).not.toContain('上学');
  });

  test('is told of a change without the matter, the place or the reason', async () => {
    const { version } = (await session(ids.slots[0], here.principal)).json();
    const changed = await here.principal.patch(
      `/api/v1/sessions/${ids.slots[0]}`,
      { place: '心理咨询室' },
      { 'if-match': `"${version}"` },
    );
    expect(changed.statusCode).toBe(200);
    const [notice] = (await family.asking.get('/api/v1/notices')).json().items;
    expect(notice.text.zh).toContain('您预约的时段');
    expect(JSON.stringify(notice)).not.toMatch(/咨询/);
  });

  test('earns its points, and staff who may see points see that guidance was attended, not which', async () => {
    await at('2026-10-18T01:10:00Z');
    const meeting = `/api/v1/sessions/${ids.slots[0]}/meeting`;
    expect((await colleague.post(meeting)).statusCode).toBe(404);
    expect((await counsellor.post(meeting)).statusCode).toBe(204);
    expect((await counsellor.post(meeting)).statusCode).toBe(204);
    const facts = await here.factsAbout(family.carer);
    expect(facts).toMatchObject([{ kind: 'activity.attended', quantity: 60 }]);
    expect((await booking(ids.slots[0], family.asking)).json().minutes).toBe(60);
    const { rows } = await here.pool.query(
      'select id from tianfu.attendances where activity_id = $1',
      [ids.slots[0]],
    );
    const looked = await here.principal.get(`/api/v1/attendances/${rows[0].id}`);
    expect(looked.statusCode).toBe(404);
  });

  test('hears of it when the whole is called off by somebody who may not know them', async () => {
    const other = await counselling();
    const one = await here.family('被取消的');
    await at('2026-10-14T02:00:00Z');
    await book(one, other.slots[1]);
    const reason = { reason: '咨询室装修' };
    await here.principal.post(`/api/v1/activities/${other.whole}/cancel`, reason);
    const [notice] = (await one.asking.get('/api/v1/notices')).json().items;
    expect(notice).toMatchObject({ kind: 'cancelled' });
    expect(JSON.stringify(notice)).not.toMatch(/咨询/);
  });

  test('is given up by the family alone, and the slot is free again', async () => {
    const other = await counselling();
    const one = await here.family('改主意的');
    const { id } = (await book(one, other.slots[2])).json();
    const url = `/api/v1/activities/${other.slots[2]}/registrations/${id}`;
    expect((await here.principal.delete(url)).statusCode).toBe(404);
    expect((await one.asking.delete(url)).statusCode).toBe(204);
    expect((await session(other.slots[2], one.asking)).json().places_left).toBe(1);
  });
});
