import fc from 'fast-check';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '../../platform/index.ts';
import { type Family, makeScene, type Scene } from '../activities/testing/scene.ts';
import { codeShown } from './testing/passes.ts';

const DEVICES = [newId(), newId()] as const;
const EVENING = '2026-10-18T09:00:00Z';

let here: Scene;
let activity: string;
let family: Family;
let count = 0;

beforeAll(async () => {
  here = await makeScene();
});

beforeEach(async () => {
  here.clock.set('2026-10-14T01:00:00Z');
  count += 1;
  activity = await here.publish();
  family = await here.family(`家长${count}`);
  await here.signUp(family, activity);
  here.clock.set(EVENING);
});

interface Scanned {
  readonly scan_id: string;
  readonly pass?: string;
  readonly carer_id?: string;
  readonly direction?: 'entry' | 'exit' | undefined;
  readonly phone_at: string;
  readonly happened_at: string;
}

/** A scan of a family's code at an hour of the day, UTC. */
function scanAt(hour: string, over: object = {}, { of = family, at = activity } = {}): Scanned {
  const instant = `2026-10-18T${hour}:00Z`;
  return {
    scan_id: newId(),
    pass: codeShown(here, at, of, instant),
    phone_at: instant,
    happened_at: instant,
    ...over,
  };
}

const upload = (scans: readonly Scanned[], over: object = {}, by = here.teacher, to = activity) =>
  by.post(`/api/v1/activities/${to}/scans`, {
    device_id: DEVICES[0],
    sent_at: here.clock().toISOString(),
    scans,
    ...over,
  });

const outcomesOf = async (scans: readonly Scanned[], over: object = {}) =>
  (await upload(scans, over)).json().items.map((one: { outcome: string }) => one.outcome);

const reasonOf = async (scan: Scanned, over: object = {}) =>
  (await upload([scan], over)).json().items[0].reason;

const attendanceOf = async ({ carer }: Family) => {
  const { rows } = await here.pool.query(
    'select * from tianfu.attendances where activity_id = $1 and carer_id = $2',
    [activity, carer],
  );
  expect(rows.length).toBeLessThanOrEqual(1);
  return rows[0];
};

describe('scans that a phone made without network', () => {
  test('count as they happened, entry and exit in one upload, and are marked as offline', async () => {
    const scans = [scanAt('07:00', { direction: 'exit' }), scanAt('06:00', { direction: 'entry' })];
    expect(await outcomesOf(scans)).toEqual(['counted', 'counted']);
    expect(await attendanceOf(family)).toMatchObject({
      entered_at: new Date('2026-10-18T06:00:00Z'),
      entry_method: 'offline',
      left_at: new Date('2026-10-18T07:00:00Z'),
      minutes: 60,
    });
    expect(await here.factsAbout(family.carer)).toMatchObject([
      { quantity: 60, attributes: { method: 'offline' } },
    ]);
  });

  test('are one for each person: the second is no duplicate of the first', async () => {
    const other = await here.family('后面的人');
    here.clock.set('2026-10-14T01:00:00Z');
    await here.signUp(other, activity);
    here.clock.set(EVENING);
    const scans = [scanAt('05:55'), scanAt('05:55', {}, { of: other, at: activity })];
    expect(await outcomesOf(scans)).toEqual(['counted', 'counted']);
    expect(await attendanceOf(other)).toBeDefined();
  });

  test('sent again after a lost answer, in whole or in part, say the same and change nothing', async () => {
    const scans = [scanAt('05:55'), scanAt('06:59')];
    const first = (await upload(scans)).json().items;
    const before = await attendanceOf(family);
    expect((await upload(scans)).json().items).toEqual(first);
    const later = scanAt('07:20');
    expect((await upload([...scans.slice(1), later])).json().items[0]).toEqual(first[1]);
    expect(await attendanceOf(family)).toEqual(before);
  });

  test('sent by two tabs at the same moment count once', async () => {
    const scans = [scanAt('05:55'), scanAt('06:59')];
    const answers = await Promise.all(Array.from({ length: 6 }, () => upload(scans)));
    const items = answers.map((answer) => answer.json().items);
    expect(new Set(items.map((one) => JSON.stringify(one))).size).toBe(1);
    expect((await attendanceOf(family)).minutes).toBe(64);
  });

  test('whose answer was lost when there was still network are known again', async () => {
    here.clock.set('2026-10-18T06:00:00Z');
    const scan = scanAt('06:00');
    await here.teacher.post(`/api/v1/activities/${activity}/check-ins`, {
      pass: scan.pass,
      device_scan_id: scan.scan_id,
    });
    here.clock.set('2026-10-18T06:20:00Z');
    expect(await outcomesOf([scan])).toEqual(['already']);
    expect((await attendanceOf(family)).minutes).toBeNull();
  });

  test('of one who queued twice before the beginning lose nothing', async () => {
    expect(await outcomesOf([scanAt('05:40')])).toEqual(['counted']);
    const elsewhere = { device_id: DEVICES[1] };
    expect(await outcomesOf([scanAt('05:30')], elsewhere)).toEqual(['already']);
  });

  test('reach nobody else’s event, and no student’s hands', async () => {
    const scan = scanAt('06:00');
    expect((await upload([scan], {}, here.stranger)).statusCode).toBe(404);
    expect((await upload([scan], {}, family.asking)).statusCode).toBe(403);
    expect((await here.stranger.get(`/api/v1/activities/${activity}/scanner`)).statusCode).toBe(
      404,
    );
  });
});

describe('a scan becomes a conflict and is never lost', () => {
  test('when the sign-up was given up, or there was none', async () => {
    const walkIn = await here.family('没报名的人');
    expect(await reasonOf(scanAt('06:00', {}, { of: walkIn, at: activity }))).toBe('no-place');
    expect(await attendanceOf(walkIn)).toBeUndefined();
  });

  test('when the pass is for another event', async () => {
    const other = await here.publish({
      begins_at: '2026-10-19T06:00:00Z',
      ends_at: '2026-10-19T07:30:00Z',
    });
    expect(await reasonOf(scanAt('06:00', {}, { of: family, at: other }))).toBe('wrong-event');
  });

  test('when another phone says otherwise', async () => {
    await upload([scanAt('06:05', { direction: 'entry' })]);
    const elsewhere = { device_id: DEVICES[1] };
    const later = scanAt('06:40', { direction: 'entry' });
    const earlier = scanAt('05:59', { direction: 'entry' });
    expect(await reasonOf(later, elsewhere)).toBe('two-devices');
    expect(await reasonOf(earlier, elsewhere)).toBe('two-devices');
    expect(await attendanceOf(family)).toMatchObject({
      entered_at: new Date('2026-10-18T06:05:00Z'),
      minutes: null,
    });
  });

  test('when the code was a picture, old as it was scanned', async () => {
    const pass = codeShown(here, activity, family, '2026-10-18T05:50:00Z');
    expect(await reasonOf(scanAt('05:53', { pass }))).toBe('expired');
    expect(await reasonOf(scanAt('05:52', { pass }))).toBeNull();
  });

  test('when the phone’s clock was set after the scan, or is ahead of us', async () => {
    const drifted = { sent_at: '2026-10-18T08:00:00Z' };
    expect(await reasonOf(scanAt('06:00'), drifted)).toBe('clock-wrong');
    const corrected = scanAt('06:00', { phone_at: '2026-10-18T05:00:00Z' });
    expect(await reasonOf(corrected, drifted)).toBeNull();
    expect(await reasonOf(scanAt('09:10'))).toBe('clock-wrong');
  });

  test('when it is no pass of ours, or the hour is not the door’s, or nobody had entered', async () => {
    const { pass = '' } = scanAt('06:00');
    const forged = `${pass.slice(0, 30)}${pass[30] === '0' ? '1' : '0'}${pass.slice(31)}`;
    expect(await reasonOf(scanAt('06:00', { pass: forged }))).toBe('forged');
    expect(await reasonOf(scanAt('06:00', { direction: 'exit' }))).toBe('not-entered');
    here.clock.set('2026-10-18T12:00:00Z');
    expect(await reasonOf(scanAt('03:00'))).toBe('doors-closed');
  });

  test('when the end was confirmed before it arrived, or the event was called off', async () => {
    const scan = scanAt('06:00');
    await here.principal.post(`/api/v1/activities/${activity}/finish`);
    expect(await reasonOf(scan)).toBe('event-finished');
    activity = await here.publish({
      begins_at: '2026-10-18T11:00:00Z',
      ends_at: '2026-10-18T12:00:00Z',
    });
    await here.principal.post(`/api/v1/activities/${activity}/cancel`, { reason: '停电' });
    expect(await reasonOf(scanAt('10:50', {}, { of: family, at: activity }))).toBe('clock-wrong');
    here.clock.set('2026-10-18T11:10:00Z');
    const late = scanAt('11:05', { pass: undefined, carer_id: family.carer });
    expect(await reasonOf(late)).toBe('event-cancelled');
  });
});

describe('a refused scan that is made again', () => {
  const at = (hour: string, over: object = {}) =>
    scanAt(hour, { direction: undefined, ...over }, { of: walkIn, at: activity });
  let walkIn: Family;

  beforeEach(async () => {
    walkIn = await here.family(`没报名的人${count}`);
  });

  test('within two minutes is the same conflict, in one upload or the next, and is kept', async () => {
    expect(await outcomesOf([at('06:01'), at('06:00')])).toEqual(['already', 'conflict']);
    const again = at('06:01');
    expect(await outcomesOf([again])).toEqual(['already']);
    expect(await outcomesOf([again])).toEqual(['already']);
    const { rows } = await here.pool.query(
      'select outcome from tianfu.scans where activity_id = $1',
      [activity],
    );
    expect(rows).toHaveLength(3);
  });

  test('later says that they are still there: a person looks at that too', async () => {
    expect(await outcomesOf([at('06:00'), at('06:02')])).toEqual(['conflict', 'conflict']);
  });

  test('by another person, at another door, or for another reason is another conflict', async () => {
    const other = await here.family(`另一个${count}`);
    const theirs = scanAt('06:00', {}, { of: other, at: activity });
    expect(await outcomesOf([at('06:00'), theirs])).toEqual(['conflict', 'conflict']);
    const old = codeShown(here, activity, walkIn, '2026-10-18T05:40:00Z');
    expect(await reasonOf(at('06:01', { pass: old }))).toBe('expired');
    here.clock.set('2026-10-14T01:00:00Z');
    const elsewhere = await here.publish();
    here.clock.set(EVENING);
    const there = await upload([at('06:00')], {}, here.teacher, elsewhere);
    expect(there.json().items[0].reason).toBe('wrong-event');
  });

  test('with a code of nobody’s is one conflict a phone', async () => {
    const forged = (hour: string) => at(hour, { pass: 'ABCDEFGH' });
    expect(await outcomesOf([forged('06:00'), forged('06:01')])).toEqual(['conflict', 'already']);
    expect(await reasonOf(forged('06:01'), { device_id: DEVICES[1] })).toBe('forged');
  });
});

test('whatever the order, the losses and the repetitions: nobody counts twice and no scan is lost', async () => {
  const scanMade = fc.record({
    who: fc.nat({ max: 2 }),
    minute: fc.integer({ min: 0, max: 149 }),
    device: fc.nat({ max: 1 }),
    direction: fc.constantFrom('entry', 'exit', undefined),
  });
  const made = fc.array(scanMade, { minLength: 1, maxLength: 10 });
  const sendings = fc.array(fc.array(fc.nat({ max: 9 }), { minLength: 1, maxLength: 6 }), {
    minLength: 1,
    maxLength: 6,
  });
  await fc.assert(
    fc.asyncProperty(made, sendings, async (scans, uploads) => {
      here.clock.set('2026-10-14T01:00:00Z');
      activity = await here.publish();
      const families = await Promise.all([1, 2, 3].map((one) => here.family(`人${one}`)));
      await Promise.all(families.slice(0, 2).map((one) => here.signUp(one, activity)));
      here.clock.set(EVENING);
      const all = scans.map(({ who, minute, device, direction }) => {
        const at = new Date(Date.parse('2026-10-18T05:30:00Z') + minute * 60_000).toISOString();
        const of = families[who] as Family;
        const pass = codeShown(here, activity, of, at);
        const scan = { scan_id: newId(), pass, direction, phone_at: at, happened_at: at };
        return { scan, device: DEVICES[device] as string };
      });
      const batches = [...uploads.map((some) => some.flatMap((index) => all[index] ?? [])), all];
      const answers = new Map<string, string>();
      const sendAll = batches.flatMap((batch) =>
        DEVICES.map(async (device) => {
          const own = batch.filter((one) => one.device === device).map(({ scan }) => scan);
          if (own.length === 0) return;
          const answer = await upload(own, { device_id: device });
          expect(answer.statusCode, answer.body).toBe(200);
          for (const { scan_id, outcome, reason } of answer.json().items) {
            const said = `${outcome} ${reason}`;
            expect(answers.get(scan_id) ?? said).toBe(said);
            answers.set(scan_id, said);
          }
        }),
      );
      await Promise.all(sendAll);
      await requireEachOnce(families, all.length, answers);
    }),
    { numRuns: 12 },
  );
}, 180_000);

async function requireEachOnce(
  families: readonly Family[],
  scans: number,
  answers: ReadonlyMap<string, string>,
): Promise<void> {
  const kept = await here.pool.query(
    `select scans.*, scan_conflicts.reason from tianfu.scans
       left join tianfu.scan_conflicts on scan_id = id where scans.activity_id = $1`,
    [activity],
  );
  expect(kept.rows).toHaveLength(scans);
  for (const { id, outcome, reason } of kept.rows) {
    expect(answers.get(id)).toBe(`${outcome} ${reason}`);
    expect(outcome === 'conflict').toBe(reason !== null);
  }
  for (const one of families) {
    const attendance = await attendanceOf(one);
    const counted = kept.rows.filter(
      ({ carer_id, outcome }) => carer_id === one.carer && outcome === 'counted',
    );
    expect(counted).toHaveLength((attendance ? 1 : 0) + (attendance?.left_at ? 1 : 0));
    const facts = await here.factsAbout(one.carer);
    expect(facts.map(({ quantity }) => quantity)).toEqual(
      attendance?.minutes ? [attendance.minutes] : [],
    );
  }
}
