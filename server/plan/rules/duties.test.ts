import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Duty, dutyState, loadPlan, periodOn, periodsOf } from '../index.ts';

const plan = await loadPlan(join(import.meta.dirname, '../../../plans/tianfu'));
const duty = (id: string) => plan.duties.find((one) => one.id === id) as Duty;

describe('A duty falls due', () => {
  test('on the last day of the term, and what the holidays bring still counts, late', () => {
    const period = periodOn(plan, duty('in-home-visit'), '2026-11-26');
    expect(period).toMatchObject({
      id: '2026-2027-1',
      beginsOn: '2026-09-01',
      dueOn: '2027-01-22',
      amberOn: '2026-12-23',
      redOn: '2027-01-23',
      joinedBy: '2027-01-08',
      collectsUntil: '2027-02-21',
    });
  });

  test('in the months that count, and in no other', () => {
    const months = periodsOf(plan, duty('monthly-visit')).map(({ id }) => id);
    expect(months.filter((id) => id >= '2026-01' && id < '2027')).toEqual(
      ['03', '04', '05', '06', '09', '10', '11', '12'].map((month) => `2026-${month}`),
    );
    expect(periodOn(plan, duty('monthly-visit'), '2026-07-10')).toBeUndefined();
  });

  test('in given months: a census of April is the one of March, late', () => {
    expect(periodOn(plan, duty('census'), '2026-04-20')?.id).toBe('2026-03');
    expect(periodOn(plan, duty('census'), '2026-09-30')?.id).toBe('2026-09');
  });

  test('once a school year, or a calendar year', () => {
    expect(periodOn(plan, duty('family-reached'), '2026-08-31')?.id).toBe('2025-2026');
    expect(periodOn(plan, duty('inspection'), '2026-08-31')?.id).toBe('2026');
  });

  test('twice a term since the national opinions bind, once before', () => {
    const asked = periodsOf(plan, duty('campus-guidance')).map(({ id, version }) => [
      id,
      version.target,
      version.source.layer ?? 'own',
    ]);
    expect(asked.slice(2, 6)).toEqual([
      ['2022-2023-1', 1, 'own'],
      ['2022-2023-2', 1, 'own'],
      ['2023-2024-1', 2, 'national'],
      ['2023-2024-2', 2, 'national'],
    ]);
  });

  test('in periods that follow each other and share no day', () => {
    for (const one of plan.duties) {
      const periods = periodsOf(plan, one);
      for (const [index, period] of periods.entries()) {
        expect(period.beginsOn <= period.dueOn && period.dueOn <= period.collectsUntil).toBe(true);
        expect(period.amberOn <= period.dueOn && period.dueOn < period.redOn).toBe(true);
        const next = periods[index + 1];
        if (next) expect(period.collectsUntil < next.beginsOn).toBe(true);
      }
    }
  });
});

describe('How far a task is', () => {
  const days = { amberOn: '2026-12-23', redOn: '2027-01-23', enough: 100 };
  const one = { tasks: 1, done: 0, doneLate: 0, excused: 0 };

  test.each([
    ['2026-12-22', 'due'],
    ['2026-12-23', 'amber'],
    ['2027-01-22', 'amber'],
    ['2027-01-23', 'late'],
  ])('open on %s is %s', (today, state) => {
    expect(dutyState(one, days, today, true)).toBe(state);
  });

  test('done and excused stay so, whatever the day', () => {
    expect(dutyState({ ...one, done: 1 }, days, '2030-01-01', true)).toBe('done');
    expect(dutyState({ ...one, excused: 1 }, days, '2030-01-01', true)).toBe('excused');
  });

  test('done after it was late is done late; of a school when too few were done before', () => {
    expect(dutyState({ ...one, done: 1, doneLate: 1 }, days, '2026-10-01', true)).toBe('done-late');
    const counts = { tasks: 10, done: 10, doneLate: 1, excused: 0 };
    expect(dutyState(counts, { ...days, enough: 90 }, '2027-02-01', true)).toBe('done');
    expect(dutyState(counts, { ...days, enough: 91 }, '2027-02-01', true)).toBe('done-late');
  });

  test('of a school is done when enough of those not excused are', () => {
    const counts = { tasks: 100, done: 81, doneLate: 0, excused: 10 };
    expect(dutyState(counts, { ...days, enough: 90 }, '2027-02-01', true)).toBe('done');
    expect(dutyState(counts, { ...days, enough: 91 }, '2027-02-01', true)).toBe('late');
  });

  test('cannot be said before anything of its kind was ever recorded', () => {
    expect(dutyState(one, days, '2030-01-01', false)).toBe('unrecorded');
    expect(dutyState({ ...one, tasks: 0 }, days, '2030-01-01', false)).toBe('none');
  });

  test('is never better for one more task left open, and never worse for one done', () => {
    const order = ['late', 'amber', 'due', 'done-late', 'done'];
    const rank = (state: string) => order.indexOf(state === 'excused' ? 'done' : state);
    fc.assert(
      fc.property(
        fc.nat(50),
        fc.nat(50),
        fc.nat(50),
        fc.nat(10),
        fc.integer({ min: 1, max: 100 }),
        fc.constantFrom('2026-10-01', '2026-12-30', '2027-03-01'),
        (open, done, excused, late, enough, today) => {
          const at = (more: { open?: number; done?: number }) => {
            const finished = done + (more.done ?? 0);
            const left = open + (more.open ?? 0);
            const counts = {
              ...{ tasks: left + finished + excused, done: finished, excused },
              doneLate: Math.min(late, finished),
            };
            return rank(dutyState(counts, { ...days, enough }, today, true));
          };
          fc.pre(open + done + excused > 0);
          expect(at({ open: 1 })).toBeLessThanOrEqual(at({}));
          if (open > 0) expect(at({ open: -1, done: 1 })).toBeGreaterThanOrEqual(at({}));
        },
      ),
    );
  });
});
