import { beforeEach, describe, expect, test } from 'vitest';
import { remind } from './index.ts';
import { type AnsweringScene, makeAnsweringScene } from './testing/scene.ts';

let here: AnsweringScene;

beforeEach(async () => {
  here = await makeAnsweringScene('2026-10-14T01:00:00Z');
});

/** In the morning of a day in China. */
async function morning(day: string): Promise<number> {
  here.clock.set(`${day}T01:00:00Z`);
  return remind(here.district);
}

/** What a person reads of reminders that still speak. */
async function speaking(person: string): Promise<string[]> {
  const answer = await (await here.as(person)).get('/api/v1/notices?unread=true&limit=50');
  expect(answer.statusCode, answer.body).toBe(200);
  const { items } = answer.json() as { items: { room: string; text: { zh: string } }[] };
  return items.filter(({ room }) => room === 'answering').map(({ text }) => text.zh);
}

const inHome = (texts: readonly string[]) => texts.filter((text) => text.includes('入户家访'));
const monthly = (texts: readonly string[]) => texts.filter((text) => text.includes('多元家访'));

describe('Who answers for a duty is reminded', () => {
  test('once when it turns amber, with how many are open and until when; not again the next day', async () => {
    await morning('2026-12-22');
    expect(inHome(await speaking(here.staff.teacher))).toEqual([]);
    await morning('2026-12-23');
    const told = ['一年级1班 · 入户家访全覆盖：还有 3 名学生，1月22日到期。'];
    expect(inHome(await speaking(here.staff.teacher))).toEqual(told);
    expect(await morning('2026-12-24')).toBe(0);
    expect(inHome(await speaking(here.staff.teacher))).toEqual(told);
  });

  test('once only, though the job runs again, or two at the same time', async () => {
    here.clock.set('2026-12-23T01:00:00Z');
    const both = await Promise.all([remind(here.district), remind(here.district)]);
    expect(both.filter((count) => count > 0)).toHaveLength(1);
    expect(await remind(here.district)).toBe(0);
    const { rows } = await here.pool.query(
      `select person_id, subject_id from tianfu.notices where room = 'answering'`,
    );
    const keys = rows.map((row) => `${row.person_id} ${row.subject_id}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(inHome(await speaking(here.staff.teacher))).toHaveLength(1);
  });

  test('not in the night, and on a day off not before people work again', async () => {
    here.clock.set('2026-12-22T22:00:00Z');
    expect(await remind(here.district)).toBe(0);
    // Amber on Saturday the 24th of October: told on Monday.
    await morning('2026-10-24');
    expect(monthly(await speaking(here.staff.teacher))).toEqual([]);
    await morning('2026-10-26');
    expect(monthly(await speaking(here.staff.teacher))).toEqual([
      '一年级1班 · 多元家访全覆盖：还有 3 名学生，10月31日到期。',
    ]);
  });

  test('the last working day before it is due: a new sentence takes the place of the old', async () => {
    await morning('2026-10-26');
    const [first = ''] = here.students;
    await here.tell([here.visited(first)]);
    // The 31st is a Saturday.
    await morning('2026-10-30');
    expect(monthly(await speaking(here.staff.teacher))).toEqual([
      '一年级1班 · 多元家访全覆盖：还有 2 名学生，10月31日到期。',
    ]);
  });

  test('when it is late, and after five working days the principal, once for all classes', async () => {
    await morning('2026-10-30');
    await morning('2026-11-02');
    expect(monthly(await speaking(here.staff.teacher))).toEqual([
      '一年级1班 · 多元家访全覆盖：10月31日已到期，还有 3 名学生。',
    ]);
    await morning('2026-11-05');
    const ofSchool = async () => monthly(await speaking(here.staff.principal));
    expect(await ofSchool()).toEqual([
      '第一小学 · 多元家访全覆盖：10月31日已到期，还有 1 名学生。',
    ]);
    await morning('2026-11-06');
    expect((await ofSchool()).toSorted()).toEqual([
      '第一小学 · 多元家访全覆盖：1 处逾期未办，还有 3 名学生（10月31日到期）。',
      '第一小学 · 多元家访全覆盖：10月31日已到期，还有 1 名学生。',
    ]);
    await morning('2026-11-09');
    expect(await ofSchool()).toHaveLength(2);
    // What the principal stands in for has come to the district.
    expect(monthly(await speaking(here.staff.officer))).toEqual([
      '天府新区 · 多元家访全覆盖：1 处逾期未办，还有 1 名学生（10月31日到期）。',
    ]);
  });

  test('and whoever is above as many working days later as the plan says', async () => {
    const { plan } = here.district;
    const sooner = { ...here.district, plan: { ...plan, reminders: { aboveAfterWorkingDays: 2 } } };
    const told = async (day: string) => {
      here.clock.set(`${day}T01:00:00Z`);
      await remind(sooner);
      return monthly(await speaking(here.staff.principal)).filter((text) => text.includes('1 处'));
    };
    expect(await told('2026-11-02')).toEqual([]);
    expect(await told('2026-11-03')).toEqual([
      '第一小学 · 多元家访全覆盖：1 处逾期未办，还有 3 名学生（10月31日到期）。',
    ]);
  });

  test('of a class without a teacher is the principal', async () => {
    await morning('2026-12-23');
    expect(inHome(await speaking(here.staff.principal))).toEqual([
      '第一小学 · 入户家访全覆盖：还有 1 名学生，1月22日到期。',
    ]);
  });

  test('no more when all is done: what was told falls silent, at whatever hour', async () => {
    await morning('2026-12-23');
    expect(inHome(await speaking(here.staff.teacher))).toHaveLength(1);
    await here.tell(here.students.map(here.visited));
    here.clock.set('2026-12-23T12:00:00Z');
    await remind(here.district);
    expect(inHome(await speaking(here.staff.teacher))).toEqual([]);
    await morning('2027-01-25');
    expect(inHome(await speaking(here.staff.teacher))).toEqual([]);
  });

  test('no more when those left are excused', async () => {
    await morning('2026-12-23');
    await here.tell(
      here.students.map((student) =>
        here.fact('visit.declined', student, { organisation: here.schoolClass.id }),
      ),
    );
    await remind(here.district);
    expect(inHome(await speaking(here.staff.teacher))).toEqual([]);
  });

  test('of nothing whose kind was never recorded here', async () => {
    await morning('2026-12-23');
    const all = await speaking(here.staff.principal);
    expect(all.filter((text) => !text.includes('家访'))).toEqual([]);
  });

  test('by a heading that names neither a child nor the duty', async () => {
    await morning('2026-12-23');
    const { rows } = await here.pool.query(
      `select heading, link, urgency from tianfu.notices
        where room = 'answering' and person_id = $1`,
      [here.staff.teacher],
    );
    expect(rows).toContainEqual({
      heading: { zh: '有一项任务快到期了', en: 'A duty is soon due' },
      link: `/desk/duties/in-home-visit?place=${here.schoolClass.id}&period=2026-2027-1`,
      urgency: 'daily',
    });
  });
});
