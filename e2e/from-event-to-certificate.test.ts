import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DESK, openBrowser, PHONE, type Visitor, visit } from './browser.ts';
import { type RunningDistrict, removeDistrict, startSmallDistrict } from './running-district.ts';

interface Home {
  readonly children: readonly {
    readonly total: number;
    readonly missing: number;
    readonly certificate: { readonly id: string; readonly state: string } | null;
  }[];
  readonly today: readonly { readonly activity_id: string }[];
}

interface CertificateShown {
  readonly items: readonly {
    readonly id: string;
    readonly number: string;
    readonly verify_link: string;
    readonly fields: readonly { readonly value: { readonly zh: string } }[];
  }[];
}

let district: RunningDistrict;
let browser: Browser;
let carer: Visitor;
let principal: Visitor;

beforeAll(async () => {
  district = await startSmallDistrict();
  browser = await openBrowser();
  carer = await visit(browser, district.url, { persona: 'carer', size: PHONE });
  principal = await visit(browser, district.url, { persona: 'principal', size: DESK });
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await district?.stop();
  if (district) await removeDistrict(district);
});

/** Counting follows within a second; the page is asked until it says so. */
async function homeWhen(fits: (home: Home) => boolean): Promise<Home> {
  for (let tried = 0; tried < 100; tried += 1) {
    const home = await carer.ask<Home>('GET', '/carer/home');
    if (fits(home)) return home;
    await carer.page.waitForTimeout(100);
  }
  throw new Error('The home did not change in ten seconds.');
}

const states = (home: Home) => home.children.map(({ certificate }) => certificate?.state ?? 'none');

describe('from an event to a certificate that stands up', () => {
  let attendance: string;
  let activity: string;

  test('a carer sees on the phone what is on today, what is missing, and shows the code', async () => {
    await carer.go('/app/');
    const text = await carer.text();
    expect(text).toContain('家长学校开放课堂');
    expect(text).toContain('还差 3 分');
    expect(await carer.broken()).toEqual([]);
    const home = await carer.ask<Home>('GET', '/carer/home');
    for (const { activity_id } of home.today) {
      // Of the two schools of the children, only one is the principal's.
      const isHere = await principal.ask('GET', `/activities/${activity_id}`).then(
        () => true,
        () => false,
      );
      if (isHere) activity = activity_id;
    }
    await carer.go(`/app/my-code?activity=${activity}`);
    await carer.page.waitForSelector('svg');
    expect(await carer.broken()).toEqual([]);
  });

  test('is checked in by the staff at the door, and scanning twice changes nothing', async () => {
    const { pass } = await carer.ask<{ pass: string }>('GET', `/activities/${activity}/my-code`);
    const scan = () =>
      principal.ask<{ attendance_id: string; repeated: boolean; direction: string }>(
        'POST',
        `/activities/${activity}/check-ins`,
        { pass },
      );
    const first = await scan();
    attendance = first.attendance_id;
    expect(first).toMatchObject({ direction: 'entry', repeated: false });
    expect(await scan()).toMatchObject({ direction: 'entry', repeated: true });
  });

  test('the time is put right by the school, and the family reaches the score', async () => {
    await principal.ask('POST', `/attendances/${attendance}/corrections`, {
      minutes: 180,
      reason: '签退机没电，按签到表补记',
    });
    const home = await homeWhen((one) => states(one).includes('valid'));
    expect(home.children.map(({ total, missing }) => [total, missing])).toEqual([
      [2000, 0],
      [2000, 0],
    ]);
    await carer.go('/app/growth');
    expect(await carer.text()).toContain('家长学校开放课堂');
    expect(await carer.broken()).toEqual([]);
  });

  test('the paper and the page behind its QR say the same, to anyone', async () => {
    const { items } = await carer.ask<CertificateShown>('GET', '/carer/certificates');
    const [certificate] = items;
    if (!certificate) throw new Error('There is a certificate.');
    await carer.go(`/app/certificates/${certificate.id}`);
    expect(await carer.broken()).toEqual([]);
    const paper = await carer.page.evaluate(async (id) => {
      const answer = await fetch(`/api/v1/certificates/${id}/paper`);
      return (await answer.text()).slice(0, 5);
    }, certificate.id);
    expect(paper).toBe('%PDF-');
    const stranger = await visit(browser, district.url, { size: PHONE });
    await stranger.go(
      new URL(certificate.verify_link).pathname + new URL(certificate.verify_link).hash,
    );
    await stranger.page.getByText(certificate.number).first().waitFor();
    const text = await stranger.text();
    for (const { value } of certificate.fields) expect(text).toContain(value.zh);
    expect(await stranger.broken()).toEqual([]);
    expect(stranger.faults).toEqual([]);
  });

  test('an admissions officer verifies it in a list', async () => {
    const { items } = await carer.ask<CertificateShown>('GET', '/carer/certificates');
    const admissions = await visit(browser, district.url, {
      persona: 'admissions-officer',
      size: DESK,
    });
    const lines = [{ number: items[0]?.number ?? '' }, { number: 'TF-20260000000' }];
    const answer = await admissions.ask<{ lines: { outcome: string }[] }>(
      'POST',
      '/certificate-verifications',
      { lines },
    );
    expect(answer.lines.map(({ outcome }) => outcome)).toEqual(['valid', 'not-found']);
    await admissions.go('/desk/certificates');
    expect(await admissions.broken()).toEqual([]);
    expect(admissions.faults).toEqual([]);
  });

  test('a correction takes the points back, suspends the certificate, and says why', async () => {
    await principal.ask('POST', `/attendances/${attendance}/corrections`, {
      minutes: 0,
      reason: '核对后确认没有到场',
    });
    const home = await homeWhen((one) => states(one).every((state) => state === 'suspended'));
    expect(home.children.map(({ total }) => total)).toEqual([1700, 1700]);
    await carer.go('/app/growth/entries');
    await carer.page.getByText('核对后确认没有到场').first().waitFor({ state: 'attached' });
    await carer.go('/app/certificates');
    expect(await carer.text()).toContain('暂停');
    expect(await carer.broken()).toEqual([]);
    expect([...carer.faults, ...principal.faults]).toEqual([]);
  });
});
