import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { settleDistrict } from '../../background.ts';
import { theProgram } from '../../directory/index.ts';
import { stateFacts } from '../../facts/index.ts';
import { readFirstSheet } from '../../platform/sheets/index.ts';
import { type Asking, makeTestApp, type TestApp } from '../../testing/test-app.ts';
import type { Place } from '../../testing/test-people.ts';
import { recountCertificates } from '../certificates/index.ts';
import { lectures } from '../certificates/testing/certified-families.ts';

let here: TestApp;
let schoolClass: Place;
let teacher: Asking;
let principal: Asking;
let stranger: Asking;
let mother: { id: string; asking: Asking };
let father: { id: string; asking: Asking };
let child: string;
let count = 0;

beforeAll(async () => {
  here = await makeTestApp({ at: '2026-11-01T02:00:00Z' });
  const { people } = here;
  const { school, schoolClass: own } = await people.school('第一小学');
  schoolClass = own;
  const staff = async (name: string, role: 'class-teacher' | 'principal', place: Place) => {
    const id = await people.adult(name);
    await people.post(id, role, place);
    return here.as(id);
  };
  teacher = await staff('王老师', 'class-teacher', schoolClass);
  principal = await staff('周校长', 'principal', school);
  stranger = await staff('吴校长', 'principal', (await people.school('第二小学')).school);
});

beforeEach(async () => {
  count += 1;
  child = await here.people.student(`孩子${count}`, schoolClass);
  mother = await carer(`妈妈${count}`);
  father = await carer(`爸爸${count}`);
});

async function carer(name: string) {
  const id = await here.people.adult(name);
  await here.people.guardianship(id, child);
  await here.database.write(theProgram, (transaction) =>
    stateFacts(transaction, [
      {
        ...{ kind: 'family.linked', at: here.clock(), organisation: schoolClass.id, subject: id },
        ...{ quantity: 1, source: `family.linked:${id}`, attributes: { student: child } },
      },
    ]),
  );
  return { id, asking: await here.as(id) };
}

/** So many lectures of two points for the mother, by now. */
const earn = (many: number) =>
  here.database.write(theProgram, (transaction) =>
    stateFacts(transaction, [
      ...lectures(mother.id, schoolClass, '2026-03-07').slice(0, many),
      ...lectures(mother.id, schoolClass, '2025-09-06').slice(0, Math.max(0, many - 8)),
    ]),
  );

const disability = () => ({
  ...{ student_id: child, carer_id: mother.id, kind: 'disability', from_on: '2026-09-01' },
  reason: '看过残疾证',
});

const leave = (from_on: string, until_on: string) => ({
  ...{ student_id: child, carer_id: mother.id, kind: 'leave', from_on, until_on },
  reason: '住院治疗',
});

async function ask(body: object, by = teacher): Promise<string> {
  const answer = await by.post('/api/v1/reliefs', body);
  if (answer.statusCode !== 201) throw new Error(answer.body);
  return answer.json().id;
}

const decide = (id: string, decision: string, by = principal, reason?: string, version = 1) =>
  by.post(
    `/api/v1/reliefs/${id}/decision`,
    { decision, ...(reason && { reason }) },
    { 'if-match': `"${version}"` },
  );

const scoreOf = async ({ asking }: { asking: Asking }) =>
  (await asking.get('/api/v1/carer/points')).json().children[0];

describe('a relief', () => {
  test('asks nothing less before a second person has approved it, and then a certificate at once', async () => {
    await earn(7);
    const id = await ask(disability());
    await settleDistrict(here.district);
    expect(await scoreOf(mother)).toMatchObject({ total: 1400, threshold: 2000, because: [] });
    expect((await decide(id, 'approve')).statusCode).toBe(204);
    await settleDistrict(here.district);
    expect(await scoreOf(mother)).toMatchObject({
      ...{ total: 1400, threshold: 1400, missing: 0 },
      because: [{ kind: 'relief', percent: 30 }],
    });
    const [certificate] = (await mother.asking.get('/api/v1/carer/certificates')).json().items;
    expect(certificate).toMatchObject({ state: 'valid', threshold: 1400 });
    expect(await recountCertificates(here.district)).toEqual([]);
  });

  test('leaves the desk as a workbook, as its list is filtered; that too is a look the family sees', async () => {
    const id = await ask(disability());
    await ask(leave('2026-03-01', '2026-04-14'));
    await decide(id, 'approve');
    const sheet = await principal.get('/api/v1/reliefs/sheet?state=approved');
    const [header, ...lines] = await readFirstSheet(sheet.rawPayload);
    expect(header?.slice(0, 5)).toEqual(['家长', '孩子', '班级', '学校', '情形']);
    const own = lines.filter(([name]) => name === `妈妈${count}`);
    expect(own).toHaveLength(1);
    expect(own[0]).toEqual(expect.arrayContaining(['残疾', '看过残疾证', '已核准', '周校长']));
    const reads = (await mother.asking.get(`/api/v1/students/${child}/reads`)).json();
    expect(JSON.stringify(reads)).toContain('周校长');
    const [none] = (
      await readFirstSheet((await stranger.get('/api/v1/reliefs/sheet')).rawPayload)
    ).slice(1);
    expect(none).toBeUndefined();
  });

  test('of a leave counts by whole 30 days, days of two leaves once', async () => {
    const one = await ask(leave('2026-03-01', '2026-04-14'));
    const other = await ask(leave('2026-04-01', '2026-05-29'));
    for (const id of [one, other]) await decide(id, 'approve');
    await settleDistrict(here.district);
    // 90 days in all: three times three percent.
    expect(await scoreOf(mother)).toMatchObject({ threshold: 1820 });
  });

  test('is told and shown to its carer, and to the other carer only that less is asked', async () => {
    const id = await ask(disability());
    await decide(id, 'approve');
    await settleDistrict(here.district);
    const mine = (await mother.asking.get('/api/v1/carer/points')).json();
    expect(mine.reliefs).toMatchObject([
      { kind: 'disability', reason: '看过残疾证', state: 'approved' },
    ]);
    const theirs = await father.asking.get('/api/v1/carer/points');
    expect(theirs.json().children[0]).toMatchObject({ threshold: 1400 });
    expect(theirs.json().reliefs).toEqual([]);
    expect(theirs.body).not.toMatch(/disability|残疾/);
    const noticesOf = async ({ asking }: { asking: Asking }) =>
      (await asking.get('/api/v1/carer/home')).json().notices.length;
    expect(await noticesOf(mother)).toBe(1);
    expect(await noticesOf(father)).toBe(0);
  });

  test('that ends takes no certificate back, and asks the whole of whoever comes later', async () => {
    await earn(7);
    const id = await ask(disability());
    await decide(id, 'approve');
    await settleDistrict(here.district);
    expect((await decide(id, 'end', principal, undefined, 2)).json().code).toBe(
      'reliefs.reason-missing',
    );
    expect((await decide(id, 'end', principal, '登记错了人', 2)).statusCode).toBe(204);
    await settleDistrict(here.district);
    expect(await scoreOf(mother)).toMatchObject({ threshold: 1400, missing: 0 });
    expect(await recountCertificates(here.district)).toEqual([]);
  });
});

describe('who may', () => {
  test('who wrote it does not decide, even where the role would let them', async () => {
    const id = await ask(disability(), principal);
    expect((await decide(id, 'approve')).json()).toMatchObject({
      code: 'reliefs.second-person-decides',
    });
    const [row] = (await principal.get('/api/v1/reliefs?state=waiting')).json().items;
    expect(row).toMatchObject({ id, may_decide: false, asked_by_name: '周校长' });
  });

  test('a class teacher writes and does not decide; another school sees nothing of it', async () => {
    const id = await ask(disability());
    expect((await decide(id, 'approve', teacher)).statusCode).toBe(403);
    expect((await decide(id, 'approve', stranger)).statusCode).toBe(404);
    expect((await stranger.get('/api/v1/reliefs')).json().items).toEqual([]);
    expect((await stranger.post('/api/v1/reliefs', disability())).statusCode).toBe(404);
    expect((await mother.asking.post('/api/v1/reliefs', disability())).statusCode).toBe(403);
    expect((await mother.asking.get('/api/v1/reliefs')).statusCode).toBe(403);
  });

  test('the database itself shows another carer nothing, and refuses one person for two', async () => {
    await ask(disability());
    const seen = await here.database.read({ person: father.id, reach: [] }, (transaction) =>
      transaction.selectFrom('reliefs').select('id').where('carer_id', '=', mother.id).execute(),
    );
    expect(seen).toEqual([]);
    await expect(
      here.pool.query(`update tianfu.reliefs set state = 'approved', decided_by = asked_by`),
    ).rejects.toThrow('a_second_person_decides');
  });

  test('the reason lies encrypted, and the look of staff is written down for the family', async () => {
    await ask(disability());
    const { rows } = await here.pool.query(
      'select reason_sealed from tianfu.reliefs where carer_id = $1',
      [mother.id],
    );
    expect(rows[0].reason_sealed.toString('utf8')).not.toContain('残疾证');
    await principal.get('/api/v1/reliefs');
    const reads = await here.pool.query(
      `select what from tianfu.student_reads where student_id = $1`,
      [child],
    );
    expect(reads.rows).toContainEqual({ what: 'reliefs' });
  });
});

describe('is refused', () => {
  test.each([
    ['a leave without an end', '2026-03-01', undefined],
    ['a leave that ends before it begins', '2026-03-01', '2026-02-28'],
    ['a leave of four years', '2023-03-01', '2027-03-01'],
  ])('%s', async (_, from_on, until_on) => {
    const days = { kind: 'leave', from_on, ...(until_on && { until_on }) };
    const answer = await teacher.post('/api/v1/reliefs', { ...disability(), ...days });
    expect(answer.json().code).toBe('reliefs.days-do-not-fit');
  });

  test('a disability that begins later', async () => {
    const later = { ...disability(), from_on: '2026-11-02' };
    expect((await teacher.post('/api/v1/reliefs', later)).json().code).toBe(
      'reliefs.days-do-not-fit',
    );
  });

  test('somebody who is no carer of the child', async () => {
    const answer = await teacher.post('/api/v1/reliefs', {
      ...disability(),
      carer_id: await here.people.adult('路人'),
    });
    expect(answer.json().code).toBe('reliefs.not-the-carer');
  });

  test('a second decision, and one on a version that is not the newest', async () => {
    const id = await ask(disability());
    expect((await decide(id, 'decline', principal, '没有看到证件')).statusCode).toBe(204);
    expect((await decide(id, 'approve', principal, undefined, 2)).json().code).toBe(
      'reliefs.already-decided',
    );
    expect((await decide(id, 'approve')).statusCode).toBe(412);
  });
});
