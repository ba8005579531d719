import { beforeAll, describe, expect, test } from 'vitest';
import { readFirstSheet, XLSX } from '../platform/sheets/index.ts';
import { type Asking, makeTestApp, type TestApp } from '../testing/test-app.ts';

let here: TestApp;
let principal: Asking;
let school: Awaited<ReturnType<TestApp['people']['school']>>;

beforeAll(async () => {
  here = await makeTestApp();
  const { people } = here;
  school = await people.school('麓湖小学');
  const far = await people.school('云溪小学');
  const tenth = await people.place('class', '一年级10班', school.grade);
  const second = await people.place('class', '一年级2班', school.grade);
  await people.student('丙', tenth);
  await people.student('乙', second);
  const student = await people.student('=1+1', school.schoolClass);
  await people.student('远处的孩子', far.schoolClass);
  await people.guardianship(await people.adult('甲的妈妈', '10012345678'), student);
  const head = await people.adult('校长');
  await people.post(head, 'principal', school.school);
  await people.post(await people.adult('班主任'), 'class-teacher', second);
  principal = await here.as(head);
});

/** A column of a list, walked page by page. */
async function walk(path: string, column: string): Promise<unknown[]> {
  const seen: unknown[] = [];
  let cursor = '';
  do {
    const answer = await principal.get(`${path}&limit=1${cursor && `&cursor=${cursor}`}`);
    expect(answer.statusCode).toBe(200);
    const page = answer.json<{ items: Record<string, unknown>[]; next?: string }>();
    seen.push(...page.items.map((row) => row[column]));
    cursor = page.next ?? '';
  } while (cursor);
  return seen;
}

async function sheetOf(path: string): Promise<string[][]> {
  const answer = await principal.get(path);
  expect(answer.statusCode).toBe(200);
  expect(answer.headers['content-type']).toBe(XLSX);
  return readFirstSheet(answer.rawPayload);
}

describe('the lists of the directory', () => {
  test('run by name, down too, page by page', async () => {
    const names = await walk('/api/v1/students?sort=name', 'name');
    expect(names).toHaveLength(3);
    expect(await walk('/api/v1/students?sort=-name', 'name')).toEqual(names.toReversed());
    expect(await walk('/api/v1/carers?sort=-name', 'name')).toEqual(['甲的妈妈']);
  });

  test('run by class as schools count: class 2 before class 10', async () => {
    const classes = await walk('/api/v1/students?sort=class', 'class_name');
    expect(classes).toEqual(['一年级1班', '一年级2班', '一年级10班']);
  });

  test('of staff run by place', async () => {
    const places = await walk('/api/v1/staff?sort=-place', 'organisation_name');
    expect(places).toEqual(['麓湖小学', '一年级2班']);
  });

  test('leave as spreadsheets with what the filters leave, as far as one may see', async () => {
    const [header, ...rows] = await sheetOf('/api/v1/students/sheet?sort=class');
    expect(header).toEqual(['姓名', '班级', '学校', '家长人数']);
    expect(rows.map(([name]) => name)).toEqual([`'=1+1`, '乙', '丙']);
    expect(rows[0]?.slice(1)).toEqual(['一年级1班', '麓湖小学', '1']);
    const [, carer] = await sheetOf('/api/v1/carers/sheet?lang=en');
    expect(carer).toEqual([
      '甲的妈妈',
      '=1+1 (一年级1班, Mother)'.replace('=', `'=`),
      '100****5678',
    ]);
    const [, ...staff] = await sheetOf(`/api/v1/staff/sheet?organisation=${school.grade.id}`);
    expect(staff).toEqual([['班主任', '班主任', '一年级2班']]);
  });

  test('refused to a browser that follows the link, say so on a page', async () => {
    const { cookie } = principal;
    const answer = await here.app.inject({
      url: '/api/v1/certificates/sheet?state=<b>',
      headers: { cookie: cookie ?? '', accept: 'text/html,*/*;q=0.8', referer: 'http://here/desk' },
    });
    expect(answer.statusCode).toBe(400);
    expect(answer.headers['content-type']).toContain('text/html');
    expect(answer.body).toContain('<a href="http://here/desk">');
    expect(answer.body).not.toContain('<b>');
  });

  test('of places and of what one may do leave too', async () => {
    const [, grade] = await sheetOf(`/api/v1/organisations/${school.school.id}/sheet`);
    expect(grade?.slice(0, 2)).toEqual(['2026级', '年级']);
    const [header, ...rows] = await sheetOf('/api/v1/access-matrix/sheet?lang=en');
    expect(header?.[0]).toBe('May');
    expect(rows.length).toBeGreaterThan(10);
  });
});
