import { beforeAll, describe, expect, test } from 'vitest';
import {
  type CertifiedFamily,
  certifiedFamily,
  settleCertificates,
} from '../../counting/certificates/testing/certified-families.ts';
import { type Asking, makeTestApp, type TestApp } from '../../testing/test-app.ts';

let here: TestApp;
let officer: Asking;
let otherOfficer: Asking;
let principal: Asking;
let schoolClass: Awaited<ReturnType<TestApp['people']['school']>>['schoolClass'];

beforeAll(async () => {
  here = await makeTestApp({ at: '2026-11-04T02:00:00Z' });
  const made = await here.people.school('麓湖小学');
  schoolClass = made.schoolClass;
  const head = await here.people.adult('校长');
  await here.people.post(head, 'principal', made.school);
  principal = await here.as(head);
  const officers = [await here.people.adult('区里的韩'), await here.people.adult('区里的方')];
  for (const one of officers) await here.people.post(one, 'district-officer', here.people.top);
  officer = await here.as(officers[0] ?? '');
  otherOfficer = await here.as(officers[1] ?? '');
});

async function family(name: string): Promise<CertifiedFamily & { as: Asking }> {
  const made = await certifiedFamily(here, name, schoolClass);
  await settleCertificates(here);
  return { ...made, as: await here.as(made.carer) };
}

async function certificateOf(as: Asking) {
  const { items } = (await as.get('/api/v1/carer/certificates')).json();
  return items[0] as { id: string; version: number; state: string };
}

async function revoke(as: Asking): Promise<string> {
  const { id, version } = await certificateOf(as);
  const body = { decision: 'revoke', reason: '怀疑代签' };
  const answer = await officer.post(`/api/v1/certificates/${id}/decision`, body, {
    'if-match': `"${version}"`,
  });
  expect(answer.statusCode).toBe(200);
  return id;
}

const appeal = (as: Asking, certificate_id: string) =>
  as.post('/api/v1/contests', { claim: 'certificate', certificate_id, words: '没有代签。' });

async function decide(as: Asking, id: string, outcome: string) {
  const { version } = (await as.get(`/api/v1/contests/${id}`)).json();
  const body = { outcome, reason: '查了每一次的签到。' };
  return as.post(`/api/v1/contests/${id}/decision`, body, { 'if-match': `"${version}"` });
}

test('an appeal goes to the district at once, and not to the school', async () => {
  const { as } = await family('陈小雨');
  const { id } = (await appeal(as, await revoke(as))).json();
  const file = (await otherOfficer.get(`/api/v1/contests/${id}`)).json();
  expect(file).toMatchObject({
    ...{ state: 'escalated', escalated_because: 'appeal', correction: 'certificate' },
    due_at: '2026-11-18T16:00:00.000Z',
  });
  expect((await principal.get(`/api/v1/contests/${id}`)).statusCode).toBe(404);
});

test('it is not decided by who decided about the certificate, nor upheld while that stays as it was', async () => {
  const { as } = await family('陈大雨');
  const certificate = await revoke(as);
  const { id } = (await appeal(as, certificate)).json();
  expect((await decide(officer, id, 'declined')).json().code).toBe('contests.second-person');
  const bare = await decide(otherOfficer, id, 'upheld');
  expect(bare.json().code).toBe('contests.certificate-unchanged');

  const { version } = await certificateOf(as);
  const reissue = { decision: 'reissue', reason: '申诉成立' };
  await officer.post(`/api/v1/certificates/${certificate}/decision`, reissue, {
    'if-match': `"${version}"`,
  });
  expect((await decide(otherOfficer, id, 'upheld')).json()).toMatchObject({
    state: 'closed',
    decisions: [{ level: 'district', outcome: 'upheld', result: 'revoked' }],
  });
});

describe('while an appeal is open', () => {
  const shownTo = async (as: Asking) => {
    const { items } = (await as.get('/api/v1/carer/certificates')).json();
    return items[0] as { number: string; verify_link: string; state: string; appealed_at: string };
  };
  const checked = async (link: string) => {
    const body = { token: link.split('#')[1] };
    return (await here.nobody.post('/api/v1/public/certificate-checks', body)).json();
  };
  const verified = async (number: string) => {
    const body = { lines: [{ number }] };
    return (await officer.post('/api/v1/certificate-verifications', body)).json().lines[0];
  };

  test('the certificate stays as it stands, and the family and whoever checks it are told', async () => {
    const { as } = await family('陈初雨');
    const { verify_link } = await shownTo(as);
    const { id } = (await appeal(as, await revoke(as))).json();
    const since = '2026-11-04T02:00:00.000Z';
    const told = await shownTo(as);
    expect(told).toMatchObject({ state: 'revoked', appealed_at: since });
    expect(await checked(verify_link)).toMatchObject({
      ...{ verdict: 'invalid', state: 'revoked', appealed_at: since },
    });
    expect(await verified(told.number)).toMatchObject({
      ...{ outcome: 'revoked', appealed_at: since },
      says: { zh: '已撤销；家庭已申诉，区里正在复核' },
    });
    expect((await decide(otherOfficer, id, 'declined')).statusCode).toBe(200);
    expect(await checked(verify_link)).toMatchObject({ state: 'revoked', appealed_at: null });
    expect((await verified(told.number)).says.zh).toBe('已撤销');
  });

  test('it ends with the family’s taking it back, but not while another parent’s is open', async () => {
    const made = await family('陈末雨');
    const other = await here.people.adult('陈爸爸');
    await here.people.guardianship(other, made.child);
    const certificate = await revoke(made.as);
    const own = (await appeal(made.as, certificate)).json();
    const others = (await appeal(await here.as(other), certificate)).json();
    expect((await made.as.delete(`/api/v1/contests/${own.id}`)).statusCode).toBe(204);
    expect((await shownTo(made.as)).appealed_at).not.toBeNull();
    expect((await (await here.as(other)).delete(`/api/v1/contests/${others.id}`)).statusCode).toBe(
      204,
    );
    expect((await shownTo(made.as)).appealed_at).toBeNull();
  });

  test('one that holds again is simply valid', async () => {
    const { as } = await family('陈晴雨');
    const { id, version } = await certificateOf(as);
    const decideOn = (decision: string, tag: number) =>
      officer.post(
        `/api/v1/certificates/${id}/decision`,
        { decision, reason: '有人反映' },
        { 'if-match': `"${tag}"` },
      );
    await decideOn('contest', version);
    await appeal(as, id);
    expect(await shownTo(as)).toMatchObject({ state: 'contested' });
    expect((await shownTo(as)).appealed_at).not.toBeNull();
    await decideOn('lift', (await certificateOf(as)).version);
    expect(await shownTo(as)).toMatchObject({ state: 'valid', appealed_at: null });
  });
});

test('there is none about a certificate that holds, or of another family', async () => {
  const [own, other] = [await family('陈中雨'), await family('陈微雨')];
  const { id } = await certificateOf(own.as);
  expect((await appeal(own.as, id)).json().code).toBe('contests.nothing-to-appeal');
  expect((await appeal(other.as, await revoke(own.as))).statusCode).toBe(404);
});
