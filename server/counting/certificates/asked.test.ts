import { beforeAll, describe, expect, test } from 'vitest';
import { type FactStatement, stateFacts } from '../../facts/index.ts';
import type { CertificateVersion, Counts, Plan } from '../../plan/index.ts';
import type { District } from '../../platform/index.ts';
import { makeTestApp, type TestApp } from '../../testing/test-app.ts';
import type { Place } from '../../testing/test-people.ts';
import { listCertificatesOf, recountCertificates } from './index.ts';
import { lectures, settleCertificates } from './testing/certified-families.ts';

const program = { person: null, reach: 'all' } as const;
let here: TestApp;
let schoolClass: Place;

beforeAll(async () => {
  here = await makeTestApp({ at: '2026-11-01T02:00:00Z', changePlan: knowingAll });
  ({ schoolClass } = await here.people.school('第一小学'));
});

const state = (...facts: FactStatement[]) =>
  here.database.write(program, (transaction) => stateFacts(transaction, facts));

function fact(kind: string, subject: string, at: string, student?: string): FactStatement {
  return {
    ...{ kind, at: new Date(at), organisation: schoolClass.id, subject, quantity: 1 },
    source: `${kind}:${subject}:${student}`,
    attributes: student ? { student } : { class: schoolClass.id },
  };
}

/** A child with so many carers, who have earned nothing yet. */
async function family(name: string, carers: number): Promise<{ child: string; carers: string[] }> {
  const child = await here.people.student(name, schoolClass);
  const own: string[] = [];
  for (let index = 0; index < carers; index += 1) {
    const carer = await here.people.adult(`${name}的家长${index}`);
    await here.people.guardianship(carer, child);
    await state(fact('family.linked', carer, '2024-09-01T00:00:00Z', child));
    own.push(carer);
  }
  return { child, carers: own };
}

/** Eight points: four lectures of two hours. */
const earnEight = (carer = '') => state(...lectures(carer, schoolClass, '2026-03-07').slice(0, 4));

const cameOn = (child: string, at: string) => state(fact('student.enrolled', child, at));

async function certificateOf(child: string) {
  const [found] = await here.database.read(program, (transaction) =>
    listCertificatesOf(transaction, [child]),
  );
  return found;
}

/** The plan with something else in every version of its certificates. */
function changed(plan: Plan, change: (version: CertificateVersion) => CertificateVersion): Plan {
  const certificates = plan.certificates.map((kind) => ({
    ...kind,
    versions: kind.versions.map(change),
  }));
  return { ...plan, certificates };
}

/** Here the roster has known from the beginning since when each child is here. */
function knowingAll(plan: Plan): Plan {
  return changed(plan, ({ lowered, ...version }) => {
    if (!lowered) return version;
    const movedIn = { after: '2021-09-01', months: 36 };
    return { ...version, lowered: { ...lowered, movedIn } };
  });
}

/** The district, where others of the family count. */
function counting(counts: Counts): District {
  const { district } = here;
  return { ...district, plan: changed(district.plan, (version) => ({ ...version, counts })) };
}

describe('of a family that came to the district later', () => {
  test('the part is asked in which it was here, and no less than the plan’s least', async () => {
    const { child, carers } = await family('马思远', 1);
    // Fourteen of the last thirty-six months: below two fifths, which is the least.
    await cameOn(child, '2025-08-31T17:00:00Z');
    await earnEight(carers[0]);
    await settleCertificates(here);
    expect(await certificateOf(child)).toMatchObject({
      ...{ state: 'valid', threshold: 2000, asked: 800, counted: 'sum' },
      because: [
        { kind: 'moved-in', arrived_on: '2025-09-01', months: 14, of_months: 36 },
        { kind: 'at-least', percent: 40 },
      ],
    });
  });

  test('it is decided anew when the child’s coming is told after the carers’ deeds', async () => {
    const { child, carers } = await family('何一诺', 1);
    await earnEight(carers[0]);
    await settleCertificates(here);
    expect(await certificateOf(child)).toBeUndefined();
    await cameOn(child, '2026-09-08T16:00:00Z');
    await settleCertificates(here);
    expect(await certificateOf(child)).toMatchObject({ state: 'valid', asked: 800 });
    expect(await recountCertificates(here.district)).toEqual([]);
  });

  test('the growth page and the certificate’s file say why, and nobody’s paper does', async () => {
    const { child, carers } = await family('苏晓', 1);
    const [carer = ''] = carers;
    await cameOn(child, '2024-10-09T16:00:00Z');
    const asking = await here.as(carer);
    await settleCertificates(here);
    const [before] = (await asking.get('/api/v1/carer/points')).json().children;
    expect(before).toMatchObject({
      ...{ total: 0, threshold: 1388, missing: 1388, usual: 2000, counted: 'sum' },
      because: [{ kind: 'moved-in', arrived_on: '2024-10-10', months: 25, of_months: 36 }],
    });
    await state(...lectures(carer, schoolClass, '2026-03-07'));
    await settleCertificates(here);
    const [home] = (await asking.get('/api/v1/carer/home')).json().children;
    expect(home).toMatchObject({ total: 1600, threshold: 1388, missing: 0 });
    const [mine] = (await asking.get('/api/v1/carer/certificates')).json().items;
    expect(mine).toMatchObject({ threshold: 1388, usual: 2000, because: before.because });
    expect(mine.fields.find(({ key }: { key: string }) => key === 'threshold').value.zh).toBe(
      '20 分',
    );
  });

  test('what was asked stays as it was, however long the certificate is held', async () => {
    const { child } = await family('林深', 1);
    const [carer = ''] = (await family('林深的弟弟', 1)).carers;
    await state(fact('family.linked', carer, '2024-09-01T00:00:00Z', child));
    await cameOn(child, '2025-08-31T17:00:00Z');
    await earnEight(carer);
    await settleCertificates(here);
    here.clock.set('2028-11-01T02:00:00Z');
    await state(...lectures(carer, schoolClass, '2027-03-06').slice(0, 1));
    await settleCertificates(here);
    expect(await certificateOf(child)).toMatchObject({ state: 'valid', asked: 800 });
    here.clock.set('2026-11-01T02:00:00Z');
  });
});

describe('where each of two carers is asked for a share', () => {
  const both = () => counting({ carers: 'both', each: 40, period: 'plan' });

  test('one who has it all waits for the other, and an only carer waits for nobody', async () => {
    const two = await family('宋一', 2);
    const one = await family('宋二', 1);
    await earnEight(two.carers[0]);
    await earnEight(one.carers[0]);
    await settleCertificates(here, both());
    expect(await certificateOf(two.child)).toBeUndefined();
    expect(await certificateOf(one.child)).toMatchObject({
      ...{ asked: 800, counted: 'best' },
      because: [{ kind: 'each', percent: 40, carers: 1 }],
    });
    await earnEight(two.carers[1]);
    await settleCertificates(here, both());
    expect(await certificateOf(two.child)).toMatchObject({ asked: 800, counted: 'both' });
  });

  test('who joins the family afterwards takes nothing from it', async () => {
    const { child, carers } = await family('宋三', 1);
    await earnEight(carers[0]);
    await settleCertificates(here, both());
    const grandmother = await here.people.adult('宋三的奶奶');
    await state(fact('family.linked', grandmother, '2026-10-01T00:00:00Z', child));
    await settleCertificates(here, both());
    expect((await certificateOf(child))?.state).toBe('valid');
    const differing = (await recountCertificates(both())).filter(({ about }) =>
      about.includes(child),
    );
    expect(differing).toEqual([]);
  });
});

test('where the best one counts, two halves are not enough', async () => {
  const best = counting({ carers: 'best', each: 100, period: 'plan' });
  const two = await family('韩一', 2);
  const one = await family('韩二', 2);
  for (const carer of two.carers) await state(...lectures(carer, schoolClass, '2026-03-07'));
  const [carer = ''] = one.carers;
  await state(
    ...lectures(carer, schoolClass, '2026-03-07'),
    ...lectures(carer, schoolClass, '2025-09-06'),
  );
  await settleCertificates(here, best);
  expect(await certificateOf(two.child)).toBeUndefined();
  expect(await certificateOf(one.child)).toMatchObject({ asked: 2000, counted: 'best' });
});
