import { beforeAll, describe, expect, test } from 'vitest';
import { theProgram } from '../../directory/index.ts';
import { reverseFacts } from '../../facts/index.ts';
import { newId } from '../../platform/index.ts';
import { readFirstSheet, XLSX } from '../../platform/sheets/index.ts';
import { type Asking, makeTestApp, type TestApp } from '../../testing/test-app.ts';
import { certifiedFamily, settleCertificates } from './testing/certified-families.ts';

let here: TestApp;
let near: Awaited<ReturnType<TestApp['people']['school']>>;
let child: string;
const as: Record<string, Asking> = {};

/** Three families with a certificate, one of them at another school, one suspended by a correction. */
beforeAll(async () => {
  here = await makeTestApp({ at: '2026-11-01T02:00:00Z' });
  const { people } = here;
  near = await people.school('麓湖小学');
  const far = await people.school('云溪小学');
  const posts = { principal: near.school, 'class-teacher': near.schoolClass } as const;
  for (const [role, place] of Object.entries({ ...posts, 'district-officer': people.top })) {
    const person = await people.adult(role);
    await people.post(person, role as keyof typeof posts, place);
    as[role] = await here.as(person);
  }
  const first = await certifiedFamily(here, '李一', near.schoolClass);
  child = first.child;
  as.mother = await here.as(first.carer);
  const second = await certifiedFamily(here, '王二', near.schoolClass);
  await certifiedFamily(here, '云三', far.schoolClass);
  await settleCertificates(here);
  const taken = { actor: newId(), reason: '没有到场', at: here.clock() };
  await here.database.write(theProgram, (transaction) =>
    reverseFacts(transaction, second.sources, taken),
  );
  await settleCertificates(here);
});

async function namesFor(role: string, query = ''): Promise<string[]> {
  const answer = await as[role]?.get(`/api/v1/certificates${query}`);
  expect(answer?.statusCode).toBe(200);
  const { items } = answer?.json<{ items: { student_name: string }[] }>() ?? { items: [] };
  return items.map(({ student_name }) => student_name);
}

describe('the list of certificates', () => {
  test('shows a principal those of the school, a district officer all', async () => {
    expect((await namesFor('principal')).sort()).toEqual(['李一', '王二']);
    expect((await namesFor('district-officer')).sort()).toEqual(['云三', '李一', '王二']);
  });

  test('is not for a class teacher, and shows a carer nothing: theirs are on their own page', async () => {
    expect((await as['class-teacher']?.get('/api/v1/certificates'))?.statusCode).toBe(403);
    expect(await namesFor('mother')).toEqual([]);
  });

  test('is narrowed by school, state, day of issue, name and number', async () => {
    const officer = 'district-officer';
    expect(await namesFor(officer, `?organisation=${near.school.id}&state=suspended`)).toEqual([
      '王二',
    ]);
    expect(await namesFor(officer, '?q=%E4%BA%91')).toEqual(['云三']);
    expect(await namesFor(officer, '?from=2026-11-02')).toEqual([]);
    expect(await namesFor(officer, '?from=2026-11-01&to=2026-11-01')).toHaveLength(3);
    const all = await as[officer]?.get('/api/v1/certificates');
    const [one] = all?.json<{ items: { number: string; student_name: string }[] }>().items ?? [];
    expect(await namesFor(officer, `?q=${one?.number.toLowerCase()}`)).toEqual([one?.student_name]);
  });

  test.each(['name', '-name', 'issued', '-issued', 'state', '-state'])(
    'runs by %s, page by page, each certificate once',
    async (sort) => {
      const seen: string[] = [];
      let cursor = '';
      do {
        const answer = await as['district-officer']?.get(
          `/api/v1/certificates?limit=1&sort=${sort}${cursor && `&cursor=${cursor}`}`,
        );
        const page = answer?.json<{ items: { student_name: string }[]; next?: string }>();
        seen.push(...(page?.items ?? []).map(({ student_name }) => student_name));
        cursor = page?.next ?? '';
      } while (cursor);
      expect(seen.toSorted()).toEqual(['云三', '李一', '王二']);
      if (sort === 'name') expect(seen).toEqual(['云三', '李一', '王二']);
      if (sort === 'state') expect(seen[0]).toBe('王二');
    },
  );

  test('refuses a cursor of another order', async () => {
    const first = await as['district-officer']?.get('/api/v1/certificates?limit=1');
    const { next } = first?.json<{ next: string }>() ?? { next: '' };
    const other = await as['district-officer']?.get(
      `/api/v1/certificates?limit=1&sort=name&cursor=${next}`,
    );
    expect(other?.statusCode).toBe(400);
  });

  test('leaves as a spreadsheet with the same filters and the same reach', async () => {
    const answer = await as.principal?.get('/api/v1/certificates/sheet?sort=name&lang=zh-CN');
    expect(answer?.headers['content-type']).toBe(XLSX);
    expect(answer?.headers['content-disposition']).toContain('attachment');
    const [header, ...rows] = await readFirstSheet(answer?.rawPayload ?? Buffer.alloc(0));
    expect(header?.slice(0, 3)).toEqual(['证明编号', '证明', '孩子']);
    expect(rows.map(([, , name]) => name)).toEqual(['李一', '王二']);
    const english = await as.principal?.get('/api/v1/certificates/sheet?state=suspended&lang=en');
    const [, row] = await readFirstSheet(english?.rawPayload ?? Buffer.alloc(0));
    expect(row?.slice(2, 6)).toEqual(['王二', '一年级1班', '麓湖小学', 'Suspended']);
  });

  test('opens one with its history, and the family sees who looked', async () => {
    const list = await as.principal?.get('/api/v1/certificates?state=suspended');
    const [suspended] = list?.json<{ items: { id: string }[] }>().items ?? [];
    const opened = await as.principal?.get(`/api/v1/certificates/${suspended?.id}`);
    const { student_name, events } = opened?.json<{
      student_name: string;
      events: { event: string }[];
    }>() ?? { student_name: '', events: [] };
    expect(student_name).toBe('王二');
    expect(events.map(({ event }) => event)).toEqual(['decided', 'issued', 'suspended']);

    const own = await as.principal?.get('/api/v1/certificates?state=valid');
    const [valid] = own?.json<{ items: { id: string }[] }>().items ?? [];
    await as.principal?.get(`/api/v1/certificates/${valid?.id}`);
    await as.mother?.get(`/api/v1/certificates/${valid?.id}`);
    const reads = await as.mother?.get(`/api/v1/students/${child}/reads`);
    expect(reads?.json()).toMatchObject({
      items: [{ reader_name: 'principal', what: 'certificates' }],
    });
  });
});
