import sharp from 'sharp';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import writeXlsx from 'write-excel-file/node';
import { settleDistrict } from '../../background.ts';
import type { Asking } from '../../testing/test-app.ts';
import { type Family, makeScene, type Scene } from '../activities/testing/scene.ts';

let here: Scene;
let lead: Asking;
let leadId: string;
let officer: Asking;
let family: Family;
let photo: Buffer;

beforeAll(async () => {
  here = await makeScene();
  leadId = await here.people.adult('德育的唐');
  await here.people.post(leadId, 'moral-education-lead', here.school);
  lead = here.signedIn(leadId);
  const office = await here.people.adult('区里的韩');
  await here.people.post(office, 'district-officer', here.people.top);
  officer = here.signedIn(office);
  photo = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#f2a65a' } })
    .jpeg()
    .toBuffer();
});

beforeEach(async () => {
  here.clock.set('2026-10-14T01:00:00Z');
  family = await here.family('高山');
});

const deed = (over: object = {}) => ({
  ...{ carer_id: family.carer, organisation_id: here.school.id, kind: 'deed.helped' },
  ...{ quantity: 90, done_on: '2026-10-12', reason: '帮图书室整理了三百本书' },
  ...over,
});

async function upload(url: string, person: string, bytes = photo, name = 'photo.jpg') {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(bytes)]), name);
  const request = new Request('http://localhost', { method: 'POST', body: form });
  const { cookie } = await here.as(person);
  return here.app.inject({
    ...{ method: 'POST', url },
    headers: { cookie: cookie ?? '', 'content-type': request.headers.get('content-type') ?? '' },
    payload: Buffer.from(await request.arrayBuffer()),
  });
}

async function entered(over: object = {}): Promise<string> {
  const answer = await lead.post('/api/v1/awards', deed(over));
  expect(answer.statusCode).toBe(201);
  const { id } = answer.json();
  expect((await upload(`/api/v1/awards/${id}/evidence`, leadId)).statusCode).toBe(201);
  return id;
}

const look = async (id: string, as = lead) => (await as.get(`/api/v1/awards/${id}`)).json();

async function act(as: Asking, id: string, step: 'decision' | 'review', body: object) {
  const { version } = await look(id);
  return as.post(`/api/v1/awards/${id}/${step}`, body, { 'if-match': `"${version}"` });
}

const confirm = (as: Asking, id: string) => act(as, id, 'decision', { confirm: true });

describe('a deed that no event records', () => {
  test('counts once a second person has confirmed it, and the carer is told', async () => {
    const id = await entered();
    await settleDistrict(here.district);
    expect(await here.factsAbout(family.carer)).toEqual([]);
    expect((await confirm(here.principal, id)).json()).toMatchObject({
      ...{ state: 'confirmed', decided_by: '周校长', made_by: '德育的唐' },
    });
    await settleDistrict(here.district);
    expect(await here.factsAbout(family.carer)).toMatchObject([
      { kind: 'deed.helped', quantity: 90, source: `award:${id}`, actor_id: here.principalId },
    ]);
    const { balance } = (await family.asking.get('/api/v1/carer/points')).json();
    expect(balance).toBe(150);
    const [told] = (await family.asking.get('/api/v1/notices')).json().items;
    expect(told.heading.zh).toBe('您做的事记上积分了');
  });

  test('is not confirmed by who entered it, nor by the family, nor without evidence', async () => {
    const id = await entered();
    expect((await confirm(lead, id)).json().code).toBe('awards.second-person');
    const head = await here.otherCarer(family.student, '徐副校长');
    await here.people.post(head.carer, 'principal', here.school);
    expect((await confirm(head.asking, id)).json().code).toBe('awards.second-person');
    const bare = await lead.post('/api/v1/awards', deed({ done_on: '2026-10-11' }));
    const missing = await confirm(here.principal, bare.json().id);
    expect(missing.json().code).toBe('awards.evidence-missing');
  });

  test('stands once, is declined with a reason, and taken back by who entered it', async () => {
    const id = await entered();
    expect((await lead.post('/api/v1/awards', deed())).json().code).toBe('awards.entered-already');
    const silent = await act(here.principal, id, 'decision', { confirm: false });
    expect(silent.json().code).toBe('awards.reason-missing');
    const declined = { confirm: false, reason: '照片不是这一天的' };
    expect((await act(here.principal, id, 'decision', declined)).json().state).toBe('declined');
    const again = await entered();
    const { version } = await look(again);
    const headers = { 'if-match': `"${version}"` };
    expect((await here.principal.delete(`/api/v1/awards/${again}`, headers)).statusCode).toBe(404);
    expect((await lead.delete(`/api/v1/awards/${again}`, headers)).statusCode).toBe(204);
  });

  test('is entered for families in reach alone, and seen by nobody else', async () => {
    const id = await entered();
    const body = deed({ done_on: '2026-10-10' });
    expect((await here.stranger.post('/api/v1/awards', body)).statusCode).toBe(404);
    expect((await here.stranger.get(`/api/v1/awards/${id}`)).statusCode).toBe(404);
    expect((await family.asking.get(`/api/v1/awards/${id}`)).statusCode).toBe(403);
    expect((await here.stranger.get('/api/v1/awards?show=all')).json().items).toEqual([]);
  });
});

describe('a sheet of deeds', () => {
  const ask = '?organisation_id=ORG&reason=%E5%9B%BE%E4%B9%A6%E5%AE%A4';
  const at = (path: string) => `/api/v1/award-batches${path}${ask.replace('ORG', here.school.id)}`;

  async function filled(lines: readonly (readonly (string | number)[])[]): Promise<Buffer> {
    const header = ['家长', '孩子', '事项', '日期', '数量（分钟或次数）', '说明'];
    const cells = [header, ...lines].map((line) => line.map((value) => ({ value: String(value) })));
    return writeXlsx(cells).toBuffer();
  }

  async function families(count: number): Promise<Family[]> {
    const made: Family[] = [];
    for (let index = 0; index < count; index += 1) {
      made.push(await here.family(`${family.carer.slice(-6)}${index}`));
    }
    return made;
  }

  test('is shown first, taken without its bad lines, confirmed as a whole, and sampled', async () => {
    const name = family.carer.slice(-6);
    await families(12);
    const line = (index: number) => [
      ...[`${name}${index}`, `${name}${index}的孩子`, '为学校和社区出力（未办活动）'],
      ...['2026-10-12', 60, '整理图书室'],
    ];
    const lines = Array.from({ length: 12 }, (_, index) => line(index));
    const file = await filled([...lines, line(0), ['没有的人', '没有的孩子', ...line(0).slice(2)]]);
    const preview = await upload(at('/preview'), leadId, file, 'deeds.xlsx');
    expect(preview.json()).toMatchObject({ batch_id: null, problems: [{ row: 14 }, { row: 15 }] });
    const taken = (await upload(at(''), leadId, file, 'deeds.xlsx')).json();
    expect(taken.items).toHaveLength(12);
    const confirmation = `/api/v1/award-batches/${taken.batch_id}/confirmation`;
    expect((await here.principal.post(confirmation)).json().code).toBe('awards.evidence-missing');
    await upload(`/api/v1/award-batches/${taken.batch_id}/evidence`, leadId);
    expect((await lead.post(confirmation)).json().code).toBe('awards.second-person');
    // A tenth of twelve, rounded up.
    expect((await here.principal.post(confirmation)).json()).toEqual({ confirmed: 12, sampled: 2 });
    const drawn = (await officer.get('/api/v1/awards?show=review')).json().items;
    expect(drawn).toHaveLength(2);

    const [one, other] = drawn as { id: string; carer_id: string }[];
    const fine = { outcome: 'fine', note: '' };
    expect((await act(here.principal, one?.id ?? '', 'review', fine)).statusCode).toBe(403);
    expect((await act(officer, one?.id ?? '', 'review', fine)).json().review).toBe('fine');
    const back = { outcome: 'reversed', note: '照片上没有这位家长' };
    expect((await act(officer, other?.id ?? '', 'review', back)).json().state).toBe('reversed');
    const facts = await here.factsAbout(other?.carer_id ?? '');
    expect(facts.map(({ quantity }) => quantity)).toEqual([60, -60]);
    expect((await officer.get('/api/v1/awards?show=review')).json().items).toEqual([]);
  });

  test('that is another sheet is refused, and the empty one names what may be entered', async () => {
    const other = await upload(at('/preview'), leadId, Buffer.from('x'), 'deeds.xlsx');
    expect(other.json().code).toBe('awards.not-a-sheet');
    const empty = await lead.get('/api/v1/award-batches/empty/sheet');
    expect(empty.headers['content-type']).toContain('spreadsheetml');
    const kinds = (await lead.get('/api/v1/award-kinds')).json();
    expect(kinds.items.map(({ id }: { id: string }) => id)).toEqual([
      'deed.helped',
      'deed.contributed',
    ]);
  });
});

describe('a community that hosts volunteers', () => {
  let worker: Asking;
  let workerId: string;
  let colleague: Asking;
  let community: Awaited<ReturnType<Scene['people']['place']>>;
  const PHONE = '10012349876';

  beforeAll(async () => {
    const subdistrict = await here.people.place('subdistrict', '万安街道', here.people.top);
    community = await here.people.place('community', '麓湖社区', subdistrict);
    workerId = await here.people.adult('社区的贾');
    await here.people.post(workerId, 'community-worker', community);
    worker = here.signedIn(workerId);
    const other = await here.people.adult('街道的龙');
    await here.people.post(other, 'subdistrict-worker', subdistrict);
    colleague = here.signedIn(other);
    const volunteer = await here.people.adult('志愿的妈妈', PHONE);
    await here.people.guardianship(volunteer, (await here.family('高河')).student);
  });

  const ofPhone = (carer_phone: string, organisation_id = community.id) => ({
    ...{ carer_phone, organisation_id, kind: 'deed.helped', quantity: 120 },
    ...{ done_on: '2026-10-10', reason: '社区清洁日' },
  });

  test('enters the deed of a carer by phone; the subdistrict is the second person', async () => {
    const answer = await worker.post('/api/v1/awards', ofPhone(PHONE));
    expect(answer.statusCode).toBe(201);
    const { id } = answer.json();
    expect((await upload(`/api/v1/awards/${id}/evidence`, workerId)).statusCode).toBe(201);
    const { version, may_decide } = await look(id, colleague);
    expect(may_decide).toBe(true);
    const decided = await colleague.post(
      `/api/v1/awards/${id}/decision`,
      { confirm: true },
      { 'if-match': `"${version}"` },
    );
    expect(decided.json()).toMatchObject({ state: 'confirmed', carer_name: '志愿的妈妈' });
    expect((await worker.get('/api/v1/awards?show=confirmed')).json().items).toHaveLength(1);
  });

  test('is told when no carer has that phone, and enters nothing for another place', async () => {
    const unknown = await worker.post('/api/v1/awards', ofPhone('10012340000'));
    expect(unknown.json().code).toBe('awards.no-such-carer');
    expect((await worker.post('/api/v1/awards', deed())).statusCode).toBe(404);
    const elsewhere = await worker.post('/api/v1/awards', ofPhone(PHONE, here.school.id));
    expect(elsewhere.statusCode).toBe(404);
    const { carer_id: _, ...nobody } = deed({ organisation_id: community.id });
    expect((await worker.post('/api/v1/awards', nobody)).json().code).toBe('awards.no-such-carer');
  });

  test('finds no carer of a school by a list: those are not in its reach', async () => {
    const own = { ...deed({ organisation_id: community.id }) };
    expect((await worker.post('/api/v1/awards', own)).statusCode).toBe(404);
  });
});
