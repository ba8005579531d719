import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Asking, makeTestApp, type TestApp } from '../../testing/test-app.ts';
import type { RosterImport } from './shapes.ts';

const FOLDER = join(import.meta.dirname, '..', '..', '..', 'vectors', 'rosters', 'oneroster-1.2');
let here: TestApp;
let officer: Asking;
let teacher: Asking;

beforeAll(async () => {
  here = await makeTestApp();
  const { people } = here;
  const { schoolClass } = await people.school('麓湖小学');
  const one = await people.adult('区里的老师');
  await people.post(one, 'district-officer', people.top);
  officer = await here.as(one);
  const other = await people.adult('班主任');
  await people.post(other, 'class-teacher', schoolClass);
  teacher = await here.as(other);
});

function zipOfVectors(change: (name: string, bytes: Buffer) => Uint8Array = (_, bytes) => bytes) {
  const files = readdirSync(FOLDER).map((name) => [
    name,
    change(name, readFileSync(join(FOLDER, name))),
  ]);
  return Buffer.from(zipSync(Object.fromEntries(files)));
}

async function upload(as: Asking, name: string, file: Buffer) {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(file)]), name);
  const sent = new Response(form);
  return here.app.inject({
    method: 'POST',
    url: '/api/v1/roster-imports',
    headers: { cookie: as.cookie ?? '', 'content-type': sent.headers.get('content-type') ?? '' },
    payload: Buffer.from(await sent.arrayBuffer()),
  });
}

/** Looks again until the import has come to rest, as the desk does. */
async function settled(as: Asking, id: string): Promise<RosterImport> {
  for (;;) {
    const found = (await as.get(`/api/v1/roster-imports/${id}`)).json<RosterImport>();
    if (!['reading', 'comparing', 'applying'].includes(found.state)) return found;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

async function countStudents(): Promise<number> {
  const { rows } = await here.pool.query<{ count: number }>('select count(*) from tianfu.students');
  return rows[0]?.count ?? 0;
}

describe('a roster on the desk', () => {
  test('is previewed without a trace, then written once, and changes nothing the second time', async () => {
    const before = await countStudents();
    const sent = await upload(officer, 'roster.zip', zipOfVectors());
    expect(sent.statusCode).toBe(202);
    const { id } = sent.json<RosterImport>();
    const preview = await settled(officer, id);
    expect(preview).toMatchObject({ state: 'ready', file_name: 'roster.zip' });
    expect(preview.counts?.students.fresh).toBeGreaterThan(0);
    expect(await countStudents()).toBe(before);

    const pressed = await Promise.all([
      officer.post(`/api/v1/roster-imports/${id}/confirm`),
      officer.post(`/api/v1/roster-imports/${id}/confirm`),
    ]);
    expect(pressed.map(({ statusCode }) => statusCode).sort()).toEqual([202, 409]);
    const done = await settled(officer, id);
    expect(done.state).toBe('done');
    expect(await countStudents()).toBe(before + (preview.counts?.students.fresh ?? 0));

    const again = (await upload(officer, 'roster.zip', zipOfVectors())).json<RosterImport>();
    const { counts } = await settled(officer, again.id);
    expect(counts?.students).toMatchObject({ fresh: 0, changed: 0, left: 0 });
    expect(counts?.guardianships).toMatchObject({ fresh: 0, changed: 0, left: 0 });
  });

  test('that is no roster says so and can never be confirmed', async () => {
    const sent = await upload(officer, 'holiday.jpg', Buffer.from('not a roster at all'));
    const { id } = sent.json<RosterImport>();
    const found = await settled(officer, id);
    expect(found.state).toBe('failed');
    expect(found.problems[0]?.what.zh).not.toBe('');
    const pressed = await officer.post(`/api/v1/roster-imports/${id}/confirm`);
    expect(pressed.json()).toMatchObject({ code: 'imports.not-ready' });
  });

  test('gives back its bad rows as a workbook', async () => {
    const broken = zipOfVectors((name, bytes) =>
      name === 'users.csv'
        ? Buffer.concat([bytes, Buffer.from('\nbroken-row,active,,true,,,,,,,,,,,,,\n')])
        : bytes,
    );
    const { id } = (await upload(officer, 'roster.zip', broken)).json<RosterImport>();
    const found = await settled(officer, id);
    expect(found.rejected_rows).toBeGreaterThan(0);
    expect(found.problems.find(({ severity }) => severity === 'row')).toMatchObject({
      sheet: 'users.csv',
    });
    const sheet = await officer.get(`/api/v1/roster-imports/${id}/rejected`);
    expect(sheet.rawPayload.subarray(0, 2).toString()).toBe('PK');
  });

  test('is seen by its uploader alone, and asked of nobody whose post does not import', async () => {
    const { id } = (await upload(officer, 'roster.zip', zipOfVectors())).json<RosterImport>();
    await settled(officer, id);
    expect((await teacher.get(`/api/v1/roster-imports/${id}`)).statusCode).toBe(403);
    const principal = await here.people.adult('另一位校长');
    const { school } = await here.people.school('云溪小学');
    await here.people.post(principal, 'principal', school);
    const other = await here.as(principal);
    expect((await other.get(`/api/v1/roster-imports/${id}`)).statusCode).toBe(404);
    expect((await other.post(`/api/v1/roster-imports/${id}/confirm`)).statusCode).toBe(404);
  });

  test('has a template to begin with', async () => {
    const template = await officer.get('/api/v1/roster-imports/template');
    expect(template.rawPayload.subarray(0, 2).toString()).toBe('PK');
  });
});
