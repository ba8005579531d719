import { beforeAll, describe, expect, test } from 'vitest';
import { theProgram } from '../../directory/index.ts';
import { reverseFacts, stateFacts } from '../../facts/index.ts';
import { newId } from '../../platform/index.ts';
import { type Asking, makeTestApp, type TestApp } from '../../testing/test-app.ts';
import { recountCertificates } from './index.ts';
import type { CertificateSummary } from './shapes.ts';
import {
  type CertifiedFamily,
  certifiedFamily,
  lectures,
  settleCertificates,
} from './testing/certified-families.ts';

let here: TestApp;
let school: Awaited<ReturnType<TestApp['people']['school']>>;
let officer: Asking;
let principal: Asking;

const ISSUED = '2026-11-01T02:00:00Z';
const ITS_END = '2029-11-01T02:00:00.000Z';

beforeAll(async () => {
  here = await makeTestApp({ at: ISSUED });
  school = await here.people.school('麓湖小学');
  const [office, head] = [await here.people.adult('区里'), await here.people.adult('校长')];
  await here.people.post(office, 'district-officer', here.people.top);
  await here.people.post(head, 'principal', school.school);
  officer = await here.as(office);
  principal = await here.as(head);
});

/** A family that holds a certificate, issued on the first of November 2026. */
async function family(name: string): Promise<CertifiedFamily & { as: Asking }> {
  here.clock.set(ISSUED);
  const made = await certifiedFamily(here, name, school.schoolClass);
  await settleCertificates(here);
  return { ...made, as: await here.as(made.carer) };
}

/** All of the family's, the present one first. */
async function held(as: Asking): Promise<CertificateSummary[]> {
  const answer = await as.get('/api/v1/carer/certificates');
  return answer.json<{ items: CertificateSummary[] }>().items;
}

async function present(as: Asking): Promise<CertificateSummary> {
  const [first] = await held(as);
  if (!first) throw new Error('The family holds none.');
  return first;
}

const seen = ({ version }: CertificateSummary) => ({ 'if-match': `"${version}"` });

function decide(by: Asking, one: CertificateSummary, decision: string, reason = '材料造假') {
  return by.post(`/api/v1/certificates/${one.id}/decision`, { decision, reason }, seen(one));
}

function renew(by: Asking, one: CertificateSummary, headers = {}) {
  return by.post(`/api/v1/certificates/${one.id}/renewal`, undefined, { ...seen(one), ...headers });
}

/** As anyone sees it who scans the paper's code. */
async function publicCheck({ verify_link }: CertificateSummary) {
  const token = verify_link?.split('#')[1] ?? '';
  const answer = await here.nobody.post('/api/v1/public/certificate-checks', { token });
  const { verdict, state, checks } = answer.json<{
    verdict: string;
    state: string;
    checks: { key: string; outcome: string }[];
  }>();
  return { verdict, state, failed: checks.filter((c) => c.outcome === 'failed').map((c) => c.key) };
}

async function takeBack({ sources }: CertifiedFamily): Promise<void> {
  const taken = { actor: newId(), reason: '没有到场', at: here.clock() };
  await here.database.write(theProgram, (transaction) => reverseFacts(transaction, sources, taken));
  await settleCertificates(here);
}

async function newsOf(as: Asking): Promise<string[]> {
  const answer = await as.get('/api/v1/notices');
  return answer.json<{ items: { kind: string }[] }>().items.map(({ kind }) => kind);
}

describe('a revoked certificate', () => {
  test('shows the family the reason, is told, and fails the check of anyone', async () => {
    const { as } = await family('张一');
    const before = await present(as);
    expect(before.actions).toEqual([]);
    const answer = await decide(officer, before, 'revoke', '冒用他人身份取得积分');
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({ state: 'revoked', actions: ['reissue'] });
    const after = await present(as);
    expect(after.events.at(-1)).toMatchObject({ event: 'revoked', reason: '冒用他人身份取得积分' });
    expect(await newsOf(as)).toContain('revoked');
    expect(await publicCheck(after)).toMatchObject({ verdict: 'invalid', state: 'revoked' });
  });

  test('stays revoked whatever the family earns, until the office issues it again', async () => {
    const made = await family('张二');
    const before = await present(made.as);
    await decide(officer, before, 'revoke');
    await takeBack(made);
    expect((await present(made.as)).state).toBe('revoked');
    expect((await decide(officer, await present(made.as), 'reissue')).json()).toMatchObject({
      code: 'certificates.score-not-reached',
    });
    const again = ['2024-09-08', '2025-03-02', '2025-09-07', '2026-03-08'];
    await here.database.write(theProgram, (transaction) =>
      stateFacts(
        transaction,
        again.flatMap((begin) => lectures(made.carer, school.schoolClass, begin)),
      ),
    );
    await settleCertificates(here);
    const answer = await decide(officer, await present(made.as), 'reissue', '申诉成立，撤销有误');
    expect(answer.statusCode).toBe(200);
    await settleCertificates(here);
    const [now, old] = await held(made.as);
    expect(now).toMatchObject({
      state: 'valid',
      valid_until: before.valid_until,
      replaces: { id: before.id, number: before.number },
    });
    expect(now?.number).not.toBe(before.number);
    expect(old).toMatchObject({ id: before.id, state: 'revoked', replaced_by: { id: now?.id } });
    expect(now?.events[0]).toMatchObject({ event: 'reissued', reason: '申诉成立，撤销有误' });
  });

  test('is revoked by the district office alone, as it was seen, once, and with a reason', async () => {
    const { as } = await family('张三');
    const one = await present(as);
    for (const other of [principal, as]) {
      expect((await decide(other, one, 'revoke')).statusCode).toBe(403);
    }
    expect((await decide(officer, one, 'revoke', '  ')).json()).toMatchObject({
      code: 'certificates.reason-missing',
    });
    expect((await decide(officer, { ...one, version: 1 }, 'revoke')).statusCode).toBe(412);
    const twice = () =>
      officer.post(
        `/api/v1/certificates/${one.id}/decision`,
        { decision: 'revoke', reason: '重复发放' },
        { ...seen(one), 'idempotency-key': 'revoke-zhang-san' },
      );
    expect((await twice()).statusCode).toBe(200);
    expect((await twice()).json()).toMatchObject({ id: one.id, state: 'revoked' });
    const { events } = await present(as);
    expect(events.filter(({ event }) => event === 'revoked')).toHaveLength(1);
    expect((await decide(officer, await present(as), 'revoke')).json()).toMatchObject({
      code: 'certificates.not-in-this-state',
    });
  });
});

describe('a contested certificate', () => {
  test('is out of use until the office gives it back, whatever the points do meanwhile', async () => {
    const made = await family('李一');
    await decide(officer, await present(made.as), 'contest', '有人反映未到场');
    const held = await present(made.as);
    expect(held.events.at(-1)).toMatchObject({ event: 'contested', reason: '有人反映未到场' });
    expect(await publicCheck(held)).toMatchObject({ state: 'contested', failed: ['suspended'] });
    expect(await newsOf(made.as)).toContain('contested');
    await takeBack(made);
    expect((await present(made.as)).state).toBe('contested');
    const lifted = await decide(officer, await present(made.as), 'lift', '核查完毕');
    expect(lifted.json()).toMatchObject({ state: 'suspended' });
  });

  test('that is cleared is the same certificate as before', async () => {
    const { as } = await family('李二');
    const before = await present(as);
    await decide(officer, before, 'contest');
    await decide(officer, await present(as), 'lift', '核查无误');
    const after = await present(as);
    expect(after).toMatchObject({ id: before.id, number: before.number, state: 'valid' });
    expect(after.events.at(-1)).toMatchObject({ event: 'reinstated', reason: '核查无误' });
    expect(await publicCheck(after)).toMatchObject({ verdict: 'valid', failed: [] });
  });
});

describe('a child whose name was changed in the roster', () => {
  test('gets a paper with the new name and the old end; the old paper is listed as revoked', async () => {
    const made = await family('王小');
    const before = await present(made.as);
    expect((await renew(made.as, before)).json()).toMatchObject({
      code: 'certificates.renewal-not-due',
    });
    await here.pool.query(`update tianfu.students set name = '王大' where id = $1`, [made.child]);
    const changed = await present(made.as);
    expect(changed).toMatchObject({ renewal: 'name', actions: ['renew'] });
    const stranger = await here.as(await here.people.adult('路人'));
    expect((await renew(stranger, changed)).statusCode).toBe(404);

    here.clock.set('2027-01-05T02:00:00Z');
    const as = await here.as(made.carer);
    const answers = [
      await renew(as, changed, { 'idempotency-key': 'wang-da-takes-a-name' }),
      await renew(as, changed, { 'idempotency-key': 'wang-da-takes-a-name' }),
    ];
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([201, 201]);
    await settleCertificates(here);
    const [now, old, ...more] = await held(as);
    expect(more).toEqual([]);
    expect(answers.map((one) => one.json<{ id: string }>().id)).toEqual([now?.id, now?.id]);
    expect(now).toMatchObject({ state: 'valid', valid_until: before.valid_until, renewal: null });
    expect(now?.fields.find(({ key }) => key === 'child_name')?.value.zh).toBe('王大');
    expect(now?.events.map(({ event }) => event)).toEqual(['renamed', 'issued']);
    expect(old).toMatchObject({ state: 'replaced', replaced_by: { number: now?.number } });
    expect(await newsOf(as)).toContain('replaced');
    expect(await publicCheck(old as CertificateSummary)).toMatchObject({
      state: 'replaced',
      failed: ['revoked'],
    });
  });
});

describe('a certificate that nears its end', () => {
  test('is renewed at the family’s wish by the rule of that day, not before', async () => {
    const { carer } = await family('赵一');
    here.clock.set('2029-09-01T02:00:00Z');
    expect((await present(await here.as(carer))).renewal).toBeNull();
    here.clock.set('2029-09-03T02:00:00Z');
    const as = await here.as(carer);
    const old = await present(as);
    expect(old).toMatchObject({ renewal: 'ending', valid_until: ITS_END });
    expect((await renew(as, old)).statusCode).toBe(201);
    await settleCertificates(here);
    const now = await present(as);
    expect(now).toMatchObject({ state: 'valid', replaces: { id: old.id } });
    expect(now.valid_until).toBe('2032-09-03T02:00:00.000Z');
    expect(now.events[0]).toMatchObject({ event: 'renewed', total: expect.any(Number) });
  });

  test('is renewed by itself at its end', async () => {
    const { carer } = await family('赵二');
    here.clock.set('2029-11-01T02:00:01Z');
    const as = await here.as(carer);
    await settleCertificates(here);
    const [now, old] = await held(as);
    expect(now).toMatchObject({ state: 'valid', replaces: { id: old?.id } });
    expect(old?.state).toBe('replaced');
  });

  test('ends where more is asked by then, and is renewed with the deed that reaches it', async () => {
    const { carer, as: before } = await family('赵三');
    const threshold = ((await present(before)).events[0]?.total ?? 0) + 100;
    here.clock.set('2029-11-01T02:00:01Z');
    const as = await here.as(carer);
    const { district } = here;
    const certificates = district.plan.certificates.map((kind) => {
      const last = kind.versions.at(-1);
      if (!last) throw new Error('A certificate has a version.');
      const next = { version: last.version + 1, effectiveFrom: '2029-10-01', threshold };
      return { ...kind, versions: [...kind.versions, { ...last, ...next }] };
    });
    const stricter = { ...district, plan: { ...district.plan, certificates } };
    await settleCertificates(here, stricter);
    const ended = await present(as);
    expect(ended.state).toBe('ended');
    expect(ended.events.at(-1)).toMatchObject({ event: 'ended', total: expect.any(Number) });
    expect(await newsOf(as)).toContain('ended');
    await here.database.write(theProgram, (transaction) =>
      stateFacts(
        transaction,
        ['2026-09-05', '2027-03-06', '2027-09-04'].flatMap((begin) =>
          lectures(carer, school.schoolClass, begin),
        ),
      ),
    );
    await settleCertificates(here, stricter);
    const now = await present(as);
    expect(now).toMatchObject({ state: 'valid', threshold, replaces: { id: ended.id } });
  });
});

test('after all this the certificates stand where a recount says', async () => {
  expect(await recountCertificates(here.district)).toEqual([]);
});
