import type { PlanProblem } from '../problem.ts';
import { problemAt } from '../reading/plan-source.ts';
import { isWeekend } from '../rules/days.ts';
import type { Part } from './findings.ts';
import { endsBeforeItBegins, overlaps, type Span } from './spans.ts';

type Calendar = Part<'calendar'>;

/** Holidays in order, none overlapping; people make up for them on weekend days that are no holiday. */
export function checkDaysOff({ source, value }: Calendar): PlanProblem[] {
  const holidays = value.daysOff?.holidays ?? [];
  const spans = holidays.map((one, index) => spanOf(one, ['daysOff', 'holidays', index]));
  const isOff = (day: string) => holidays.some(({ from, until }) => from <= day && day <= until);
  const wrongDays = holidays.flatMap(({ makeUpDays = [] }, index) =>
    makeUpDays.flatMap((day, place) => {
      if (isWeekend(day) && !isOff(day)) return [];
      return [
        problemAt(source, ['daysOff', 'holidays', index, 'makeUpDays', place], {
          wrong: isOff(day)
            ? { zh: `${day} 本身是节假日`, en: `${day} is itself a holiday` }
            : { zh: `${day} 不是周末`, en: `${day} is not on a weekend` },
          remedy: {
            zh: '请写调休上班的周六或周日',
            en: 'Name the Saturday or Sunday on which people work',
          },
        }),
      ];
    }),
  );
  return [...endsBeforeItBegins(source, spans), ...overlaps(source, spans), ...wrongDays];
}

/** Each festival says when: a day of each year, or spans, not both. */
export function checkFestivals({ source, value }: Calendar): PlanProblem[] {
  return (value.festivals ?? []).flatMap(({ everyYear, spans }, index) => {
    const path = ['festivals', index] as const;
    const backwards = endsBeforeItBegins(
      source,
      (spans ?? []).map((one, place) => spanOf(one, [...path, 'spans', place])),
    );
    if ((everyYear === undefined) !== (spans === undefined)) return backwards;
    return [
      ...backwards,
      problemAt(source, everyYear === undefined ? [...path, 'name'] : [...path, 'everyYear'], {
        wrong:
          everyYear === undefined
            ? { zh: '没有写哪一天', en: 'It does not say on which day' }
            : { zh: 'everyYear 和 spans 只能写一个', en: 'It has both everyYear and spans' },
        remedy: {
          zh: '请写 everyYear（每年同一天）或 spans（每年不同）',
          en: 'Write everyYear (the same day each year) or spans (days that differ)',
        },
      }),
    ];
  });
}

function spanOf(
  { from, until }: { readonly from: string; readonly until: string },
  path: readonly (string | number)[],
): Span {
  return { path, from, until, fromKey: 'from', untilKey: 'until' };
}
