import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { birthDateOf, checkLetterOf, faultOfIdNumber, genderOf } from './id-number.ts';
import { columnLetter, maskValue } from './mask-value.ts';
import { normaliseName, normaliseText } from './normalise-text.ts';
import { fullClassName, readClassName } from './read-class-name.ts';
import { readDay } from './read-day.ts';
import { readGrade, schoolYearOf } from './read-grade.ts';
import { readPhone } from './read-phone.ts';
import { readRelationship } from './relationships.ts';

const days = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const idNumbers = fc.tuple(days, fc.integer({ min: 0, max: 999 })).map(([day, order]) => {
  const digits = `999001${day.replaceAll('-', '')}${String(order).padStart(3, '0')}`;
  return digits + checkLetterOf(digits);
});

describe('an ID number (GB 11643)', () => {
  it('is right when its check digit is, and states birth date and gender', () => {
    fc.assert(
      fc.property(idNumbers, (id) => {
        expect(faultOfIdNumber(id)).toBeUndefined();
        expect(readDay(birthDateOf(id))).toBe(birthDateOf(id));
        expect([1, 2]).toContain(genderOf(id));
      }),
    );
  });

  it('is refused after any one digit is changed', () => {
    fc.assert(
      fc.property(
        idNumbers,
        fc.integer({ min: 0, max: 16 }),
        fc.integer({ min: 1, max: 9 }),
        (id, place, by) => {
          const digit = (Number(id.charAt(place)) + by) % 10;
          expect(faultOfIdNumber(id.slice(0, place) + digit + id.slice(place + 1))).toBeDefined();
        },
      ),
    );
  });

  it('agrees with the example in the standard', () => {
    expect(checkLetterOf('11010519491231002')).toBe('X');
    expect(checkLetterOf('44052418800101001')).toBe('4');
  });

  it('of an unknown division, a day that does not exist, or fifteen digits is refused by name', () => {
    expect(faultOfIdNumber('170105194912310021')).toBe('id-number-division');
    expect(faultOfIdNumber('110105194902300021')).toBe('id-number-birth-date');
    expect(faultOfIdNumber('110105491231002')).toBe('id-number-length');
  });
});

describe('a day', () => {
  it.each([
    ['2018-09-01', '2018-09-01'],
    ['2018/9/1', '2018-09-01'],
    ['2018.9.1', '2018-09-01'],
    ['2018年9月1日', '2018-09-01'],
    ['20180901', '2018-09-01'],
    ['43344', '2018-09-01'],
    ['2018-09-01T00:00:00.000Z', '2018-09-01'],
  ])('%s is %s', (text, day) => expect(readDay(text)).toBe(day));

  it.each(['2018-02-30', '2018-13-01', '不详', '1/2/2018', '12', '201809'])('%s is none', (text) =>
    expect(readDay(text)).toBeUndefined(),
  );

  it('may be month first where the format says so', () => {
    expect(readDay('9/1/2018', true)).toBe('2018-09-01');
  });
});

describe('a grade', () => {
  it.each([
    ['一年级', 'primary', 2025, '一年级'],
    ['三年级', 'primary', 2023, '三年级'],
    ['3', 'primary', 2023, '三年级'],
    ['03', 'primary', 2023, '三年级'],
    ['七年级', 'junior', 2025, '七年级'],
    ['初三', 'junior', 2023, '九年级'],
    ['高一', 'senior', 2025, '高一'],
    ['12', 'senior', 2023, '高三'],
    ['小班', 'kindergarten', 2025, '小班'],
    ['KG', 'kindergarten', 2023, '大班'],
  ])('%s is of %s and entered in %i', (text, stage, enteredIn, name) => {
    expect(readGrade(text, 2025)).toMatchObject({ stage, enteredIn, name });
  });

  it('written as its year of entry needs the stage', () => {
    expect(readGrade('2023级', 2025)).toBeUndefined();
    expect(readGrade('2023级', 2025, 'primary')?.name).toBe('三年级');
  });

  it('is the same grade next year, under another name', () => {
    expect(readGrade('三年级', 2025)?.enteredIn).toBe(readGrade('四年级', 2026)?.enteredIn);
  });

  it('belongs to a school year that begins in August', () => {
    expect([schoolYearOf('2026-07-31'), schoolYearOf('2026-08-01')]).toEqual([2025, 2026]);
  });
});

describe('a class', () => {
  it.each(['1', '1班', '一班', '(1)班', '(1)班', '三年级(1)班', '三年级1班'])('%s is 1班', (text) =>
    expect(readClassName(text)).toBe('1班'),
  );

  it('is known by its grade too, unless it has a name of its own', () => {
    expect(fullClassName('三年级', '1班')).toBe('三年级1班');
    expect(fullClassName('大班', '向日葵班')).toBe('向日葵班');
  });

  it('keeps a name of its own', () => {
    expect(['向日葵班', '十二班', '二十班', '国际1班'].map(readClassName)).toEqual([
      '向日葵班',
      '12班',
      '20班',
      '国际1班',
    ]);
  });
});

describe('text', () => {
  it('loses full-width forms, strange spaces and invisible marks', () => {
    expect(normaliseText(' 138 0013\u00a08000\u200b')).toBe('138 0013 8000');
    expect(normaliseName('张\u3000伟')).toBe('张伟');
    expect(normaliseName('Emily  Wang')).toBe('Emily Wang');
  });

  it('is the same after being normalised twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(normaliseText(normaliseText(text))).toBe(normaliseText(text));
      }),
    );
  });

  it('is shown with personal numbers masked', () => {
    expect(maskValue('999001201703120020')).toBe('999***********0020');
    expect(maskValue('10012345678')).toBe('100****5678');
    expect([0, 25, 26, 701, 702].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
  });
});

describe('a phone and a relationship', () => {
  it('are read as rosters write them', () => {
    expect(['+86 100 1234 5678', '100-1234-5678', '8610012345678'].map(readPhone)).toEqual(
      Array.from({ length: 3 }, () => '10012345678'),
    );
    expect(['028-85551234', '1001234567', '20012345678'].map(readPhone)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(
      ['爸爸', '外婆', '51', 'Guardian', 'grand father', '邻居'].map(readRelationship),
    ).toEqual(['51', '64', '51', '80', '61', undefined]);
  });
});
