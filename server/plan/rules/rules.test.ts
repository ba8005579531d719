import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  activityKind,
  admissionUseOn,
  capTermOn,
  certificateOn,
  certificateRule,
  certificateRulesOn,
  clauseOf,
  curriculumStage,
  dateInShanghai,
  dayAfter,
  endOfWorkingDay,
  factKind,
  isWorkingDay,
  loadPlan,
  noteOfDay,
  notesOfDays,
  type Plan,
  type PointRule,
  type PointRuleVersion,
  pointRule,
  ruleVersionOn,
  schoolYearOn,
  termOn,
} from '../index.ts';

const plan = await loadPlan(join(import.meta.dirname, '../../../plans/tianfu'));

const days = fc
  .date({ min: new Date('2021-01-01'), max: new Date('2029-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('A day in China', () => {
  test('begins at 16:00 UTC', () => {
    expect(dateInShanghai(new Date('2026-10-17T15:59:59.999Z'))).toBe('2026-10-17');
    expect(dateInShanghai(new Date('2026-10-17T16:00:00Z'))).toBe('2026-10-18');
  });

  test('is what the time zone database says, at any instant of the plan', () => {
    const shanghai = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' });
    const instants = fc.date({
      min: new Date('2021-01-01'),
      max: new Date('2040-01-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instants, (instant) => {
        expect(dateInShanghai(instant)).toBe(shanghai.format(instant));
      }),
    );
  });

  test('is followed by the next, over months and leap years', () => {
    expect(dayAfter('2027-12-31')).toBe('2028-01-01');
    expect(dayAfter('2028-02-28')).toBe('2028-02-29');
  });
});

describe('What is particular about a day', () => {
  const zh = (day: string) => {
    const note = noteOfDay(plan, day);
    return note && [note.off?.zh, note.makesUpFor?.zh, ...note.festivals.map((one) => one.zh)];
  };

  test('is that it is a holiday, or a weekend day that makes up for one', () => {
    expect(zh('2026-10-01')).toEqual(['国庆节', undefined]);
    expect(zh('2026-10-07')).toEqual(['国庆节', undefined]);
    expect(zh('2026-10-08')).toBeUndefined();
    expect(zh('2026-10-10')).toEqual([undefined, '国庆节']);
  });

  test('is a festival: of each year, or by the moon', () => {
    expect(zh('2027-06-01')).toEqual([undefined, undefined, '六一国际儿童节']);
    expect(zh('2026-10-18')).toEqual([undefined, undefined, '重阳节']);
    expect(zh('2026-05-15')).toHaveLength(4);
  });

  test('is told of stretches, the ends included, and of ordinary days there is nothing to say', () => {
    const notes = notesOfDays(plan, '2026-09-20', '2026-10-10').map(({ day }) => day);
    expect(notes[0]).toBe('2026-09-20');
    expect(notes.at(-1)).toBe('2026-10-10');
    expect(notes).not.toContain('2026-09-21');
    fc.assert(
      fc.property(days, (day) => {
        const note = noteOfDay(plan, day);
        expect(note?.off && note.makesUpFor).toBeFalsy();
      }),
    );
  });
});

describe('The calendar', () => {
  test('knows the term of a day, from its first to its last', () => {
    expect(termOn(plan, '2026-08-31')).toBeUndefined();
    expect(termOn(plan, '2026-09-01')?.id).toBe('2026-2027-1');
    expect(termOn(plan, '2027-01-22')?.id).toBe('2026-2027-1');
    expect(termOn(plan, '2027-01-23')).toBeUndefined();
    expect(schoolYearOn(plan, '2027-01-23')?.id).toBe('2026-2027');
    expect(schoolYearOn(plan, '2021-08-31')).toBeUndefined();
  });

  test('puts a day in a term exactly when it lies between its ends', () => {
    fc.assert(
      fc.property(days, (day) => {
        const around = plan.terms.filter(
          ({ beginsOn, endsOn }) => beginsOn <= day && day <= endsOn,
        );
        expect(termOn(plan, day)).toBe(around[0]);
        expect(around.length).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('counts holidays with the term before them, so that a cap has no hole', () => {
    expect(capTermOn(plan, '2027-02-01')).toBe('2026-2027-1');
    expect(capTermOn(plan, '2027-08-31')).toBe('2026-2027-2');
    expect(capTermOn(plan, '2027-09-01')).toBe('2027-2028-1');
    fc.assert(
      fc.property(days, (day) => {
        const term = termOn(plan, day);
        if (term) expect(capTermOn(plan, day)).toBe(term.id);
      }),
    );
  });

  test('never goes back to an earlier term as days go on', () => {
    fc.assert(
      fc.property(days, days, (one, other) => {
        const [earlier, later] = one <= other ? [one, other] : [other, one];
        expect(capTermOn(plan, earlier) <= capTermOn(plan, later)).toBe(true);
      }),
    );
  });
});

describe('The version of a rule', () => {
  /** Rules of several versions that follow each other day by day, the last one open or not. */
  const rules = fc
    .record({
      lengths: fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 6 }),
      isOpen: fc.boolean(),
    })
    .map(({ lengths, isOpen }): PointRule => {
      let begins = Date.parse('2021-09-01');
      const versions = lengths.map((length, index): PointRuleVersion => {
        const effectiveFrom = dayOf(begins);
        begins += length * 86_400_000;
        const ends =
          isOpen && index === lengths.length - 1 ? {} : { effectiveUntil: dayOf(begins - 1) };
        return {
          version: index + 1,
          effectiveFrom,
          ...ends,
          per: 'hour',
          amount: 100,
          tiers: [],
          caps: {},
        };
      });
      const title = { zh: '规则', en: 'Rule' };
      return { id: 'rule', clause: '2.4.1', title, fact: 'activity.attended', when: [], versions };
    });

  test('is the one around the day, or none', () => {
    fc.assert(
      fc.property(rules, days, (rule, day) => {
        const around = rule.versions.filter(
          ({ effectiveFrom, effectiveUntil = '9999-12-31' }) =>
            effectiveFrom <= day && day <= effectiveUntil,
        );
        expect(ruleVersionOn(rule, day)).toBe(around[0]);
      }),
    );
  });

  test('changes overnight at the end of August 2023', () => {
    const rule = pointRule(plan, 'guidance-hours') as PointRule;
    expect(ruleVersionOn(rule, '2021-08-31')).toBeUndefined();
    expect(ruleVersionOn(rule, '2023-08-31')).toMatchObject({ version: 1, amount: 80 });
    expect(ruleVersionOn(rule, '2023-09-01')).toMatchObject({ version: 2, amount: 100 });
  });
});

describe('A certificate', () => {
  test('is asked for by the threshold of the day', () => {
    expect(certificateOn(plan, 'growth-hours', '2023-08-31')?.threshold).toBe(1600);
    expect(certificateOn(plan, 'growth-hours', '2026-11-23')).toMatchObject({
      id: 'growth-hours',
      numberPrefix: 'TF-',
      version: 3,
      threshold: 2000,
      counts: { carers: 'sum', each: 100, period: 'plan' },
    });
    expect(certificateOn(plan, 'growth-hours', '2021-08-31')).toBeUndefined();
    expect(certificateOn(plan, 'no-such-paper', '2026-11-23')).toBeUndefined();
  });

  test('is listed on the days on which it can be had', () => {
    expect(certificateRulesOn(plan, '2026-11-23').map(({ id }) => id)).toEqual(['growth-hours']);
    expect(certificateRulesOn(plan, '2021-08-31')).toEqual([]);
    expect(certificateRule(plan, 'growth-hours')?.version).toBe(3);
  });

  test('has no use at enrolment on days for which the plan names none', () => {
    expect(admissionUseOn(plan, '2026-11-23').use).toBe('information');
    expect(admissionUseOn(plan, '2021-08-31').use).toBe('off');
    const [first] = plan.admissionUse;
    const ended: Plan = { ...plan, admissionUse: first ? [{ ...first, until: '2022-08-31' }] : [] };
    expect(admissionUseOn(ended, '2022-08-31').use).toBe('information');
    expect(admissionUseOn(ended, '2022-09-01').use).toBe('off');
  });
});

test('What the plan lists is found by its id, and nothing else is', () => {
  expect(activityKind(plan, 'guidance-salon')?.countsAs).toBe('guidance');
  expect(activityKind(plan, 'gala')).toBeUndefined();
  expect(clauseOf(plan, '2.2.1(3)')?.parent).toBe('2.2.1');
  expect(factKind(plan, 'activity.attended')?.unit).toBe('minutes');
  expect(curriculumStage(plan, 'other-carers')?.name.zh).toContain('祖辈');
});

function dayOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10);
}

describe('Working days', () => {
  test('are Monday to Friday but for holidays, and the weekend days on which people make up', () => {
    expect(isWorkingDay(plan, '2026-09-30')).toBe(true);
    expect(isWorkingDay(plan, '2026-10-01')).toBe(false);
    expect(isWorkingDay(plan, '2026-10-10')).toBe(true);
    expect(isWorkingDay(plan, '2026-10-11')).toBe(false);
  });

  test('a deadline of some of them jumps the holidays and uses the make-up day', () => {
    const asked = new Date('2026-09-29T09:00:00Z');
    // 30 September, 8, 9 and 10 October, 12 October: over at the midnight after it.
    expect(endOfWorkingDay(plan, asked, 5)).toEqual(new Date('2026-10-12T16:00:00Z'));
  });

  test('never end earlier for being more', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 40 }), (day, count) => {
        const at = new Date(`${day}T03:00:00Z`);
        const ends = endOfWorkingDay(plan, at, count);
        expect(ends > at).toBe(true);
        expect(endOfWorkingDay(plan, at, count + 1) > ends).toBe(true);
      }),
    );
  });
});
