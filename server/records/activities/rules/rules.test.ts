import { createSecretKey, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newId } from '../../../platform/index.ts';
import { LONGEST_PASS } from '../limits.ts';
import { areaOfHost, fitsStage } from './audience.ts';
import { ageOfHallCode, hallCodeAt } from './hall-code.ts';
import { placeHousehold } from './household.ts';
import { fromLetters, toLetters } from './letters.ts';
import { noticeKinds, noticeWords } from './notice-words.ts';
import {
  codeOf,
  isFresh,
  makePass,
  type Pass,
  publicKeyOfPasses,
  readPass,
  staleFrom,
} from './pass.ts';
import { minutesThatCount } from './presence.ts';

const key = createSecretKey(Buffer.alloc(32, 7));

test('letters carry any bytes there and back, however they are typed', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
      const text = toLetters(bytes);
      expect(fromLetters(text)).toEqual(bytes);
      expect(fromLetters(text.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l'))).toEqual(
        bytes,
      );
    }),
  );
  expect(fromLetters('HELLO?')).toBeUndefined();
});

describe('a pass', () => {
  const pass: Pass = {
    activity: newId(),
    carer: newId(),
    name: '欧阳晓明',
    hadPlace: true,
    firstStepAt: new Date('2026-10-18T04:00:00Z'),
    steps: 330,
  };
  const made = makePass(key, pass);
  const at = (minute: number) => new Date(pass.firstStepAt.getTime() + minute * 60_000);

  test('says for whom, for what and for which minute, and no letter of it can be changed', async () => {
    const text = codeOf(made, pass, at(121.5));
    expect(await readPass(key, text)).toEqual({ ...pass, step: 121 });
    expect(await readPass(createSecretKey(Buffer.alloc(32, 8)), text)).toBeUndefined();
    // The last letter may carry bits that mean nothing.
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: text.length - 2 }),
        fc.constantFrom(...'0Z7K'),
        async (place, letter) => {
          const changed = text.slice(0, place) + letter + text.slice(place + 1);
          if (changed !== text) expect(await readPass(key, changed)).toBeUndefined();
        },
      ),
    );
  });

  test('fits a QR code that an old camera reads, whatever the name', () => {
    const longest = { ...pass, name: '阿卜杜热合曼买买提艾力江沙迪克' };
    expect(codeOf(makePass(key, longest), longest, at(0)).length).toBeLessThanOrEqual(LONGEST_PASS);
    expect(codeOf(made, pass, at(0)).length).toBeLessThan(262);
  });

  test('is fresh for some minutes to either side, and a picture of it is old afterwards', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: 329 }), fc.nat({ max: 329 }), async (shown, read) => {
        const scanned = await readPass(key, codeOf(made, pass, at(shown)));
        expect(scanned && isFresh(scanned, at(read))).toBe(Math.abs(shown - read) <= 2);
      }),
      { numRuns: 40 },
    );
    expect(staleFrom(pass, at(10.5))).toEqual(at(13));
  });

  test('of one minute gives nobody the code of a later one', async () => {
    const text = codeOf(made, pass, at(50));
    const bytes = Buffer.from(fromLetters(text) ?? []);
    bytes.writeUInt16BE(51, bytes.length - 18);
    expect(await readPass(key, toLetters(bytes))).toBeUndefined();
  });

  test('is made as the phones make and read it, by the same file of examples', async () => {
    const vectors = JSON.parse(await readFile('vectors/passes.json', 'utf8'));
    const secret = createSecretKey(Buffer.alloc(32, 5));
    const named: Pass = {
      ...vectors.names,
      hadPlace: true,
      firstStepAt: new Date(vectors.pass.first_step_at),
      steps: vectors.pass.steps,
    };
    const { signed, seed } = makePass(secret, named);
    expect(publicKeyOfPasses(secret).toString('base64url')).toBe(vectors.key);
    expect([signed.toString('base64url'), seed.toString('base64url')]).toEqual([
      vectors.pass.signed,
      vectors.pass.seed,
    ]);
    for (const { at: instant, code, step } of vectors.codes) {
      expect(codeOf({ signed, seed }, named, new Date(instant))).toBe(code);
      expect(await readPass(secret, code)).toEqual({ ...named, step });
    }
  });

  test('is not made of anything else', async () => {
    for (const text of ['', 'ABC', toLetters(randomBytes(46)), toLetters(randomBytes(150))]) {
      expect(await readPass(key, text)).toBeUndefined();
    }
  });
});

test('a hall code is good for at least half a minute and for less than a minute', () => {
  const activity = newId();
  fc.assert(
    fc.property(fc.nat({ max: 10_000_000 }), fc.nat({ max: 120_000 }), (start, later) => {
      const at = new Date(Date.parse('2026-10-18T06:00:00Z') + start);
      const { code, validUntil } = hallCodeAt(key, activity, at);
      const then = new Date(at.getTime() + later);
      const age = ageOfHallCode(key, activity, code, then);
      expect(age !== undefined).toBe(then < validUntil);
      if (age !== undefined) expect(age).toBeLessThan(45);
      expect(validUntil.getTime() - at.getTime()).toBeGreaterThan(30_000);
      expect(validUntil.getTime() - at.getTime()).toBeLessThanOrEqual(45_000);
      expect(ageOfHallCode(key, newId(), code, at)).toBeUndefined();
    }),
  );
});

test('minutes never exceed the plan, the event or the presence, and staying longer never costs any', () => {
  const begins_at = new Date('2026-10-18T06:00:00Z');
  const minute = (count: number) => new Date(begins_at.getTime() + count * 60_000);
  const around = fc.integer({ min: -150, max: 600 });
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 480 }),
      fc.integer({ min: 1, max: 480 }),
      around,
      fc.nat({ max: 400 }),
      fc.nat({ max: 100 }),
      (planned, maximum, entered, stayed, longer) => {
        const times = { begins_at, ends_at: minute(planned) };
        const count = (until: number) =>
          minutesThatCount(times, minute(entered), minute(until), maximum);
        const minutes = count(entered + stayed);
        expect(minutes).toBeGreaterThanOrEqual(0);
        expect(minutes).toBeLessThanOrEqual(Math.min(planned, maximum, stayed));
        expect(count(entered + stayed + longer)).toBeGreaterThanOrEqual(minutes);
      },
    ),
  );
});

describe('who is invited', () => {
  test('by stage: all when none is named, the own stage, and whom no class can tell', () => {
    expect(fitsStage([], 'primary')).toBe(true);
    expect(fitsStage(['primary'], 'primary')).toBe(true);
    expect(fitsStage(['junior'], 'primary')).toBe(false);
    expect(fitsStage(['junior', 'other-carers'], 'primary')).toBe(true);
    expect(fitsStage(['junior'], null)).toBe(true);
  });

  test('by place: a community reaches as far as its subdistrict, others as far as themselves', () => {
    expect(areaOfHost('community', ['district', 'subdistrict', 'community'])).toBe('subdistrict');
    expect(areaOfHost('school', ['district', 'subdistrict', 'school'])).toBe('school');
  });
});

test('a household is placed where it is already, else where there is room', () => {
  const twins = { carer: 'mother', students: ['one', 'two'] };
  const here = { registration: 'r', carers: ['father'], students: ['one'] };
  expect(placeHousehold(twins, [here], { capacity: 1, places_taken: 1 })).toEqual({
    is: 'join',
    registration: 'r',
    isNewCarer: true,
    newStudents: ['two'],
  });
  const room = (capacity: number | null, places_taken: number) =>
    placeHousehold(twins, [], { capacity, places_taken });
  expect(room(2, 1)).toEqual({ is: 'new', state: 'registered' });
  expect(room(2, 2)).toEqual({ is: 'new', state: 'waiting' });
  expect(room(null, 9999)).toEqual({ is: 'new', state: 'registered' });
  const apart = [here, { registration: 's', carers: ['mother'], students: [] }];
  expect(placeHousehold(twins, apart, { capacity: null, places_taken: 0 })).toEqual({
    is: 'separate',
  });
});

test('every notice is a whole sentence in both languages', () => {
  const params = {
    title: '讲座',
    place: '礼堂',
    begins_at: '2026-10-18T06:00:00Z',
    reason: '停电。',
    minutes: '60',
    ends_at: '2026-10-14T13:00:00Z',
  };
  for (const kind of noticeKinds) {
    const words = noticeWords(kind, params);
    expect(words.zh).toContain('《讲座》');
    expect(words.en).toContain('“讲座”');
    expect(`${words.zh}${words.en}`).not.toContain('undefined');
  }
  expect(noticeWords('changed', params).zh).toContain('10月18日 周日 14:00，礼堂');
});
