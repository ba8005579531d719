import type { PlanProblem } from '../problem.ts';
import { problemAt } from '../reading/plan-source.ts';
import { checkDaysOff, checkFestivals } from './check-days-off.ts';
import { duplicateIds, type Part } from './findings.ts';
import { endsBeforeItBegins, overlaps, type Span } from './spans.ts';

type Calendar = Part<'calendar'>;
type YearText = Calendar['value']['schoolYears'][number];

/** Years and terms in order, none overlapping, each term within its year and named after it. */
export function checkCalendar({ source, value }: Calendar): PlanProblem[] {
  const years = value.schoolYears;
  const yearSpans = years.map((year, index) => spanOf(year, ['schoolYears', index]));
  const termSpans = years.flatMap((year, index) =>
    year.terms.map((term, place) => spanOf(term, ['schoolYears', index, 'terms', place])),
  );
  return [
    ...duplicateIds(
      source,
      ['schoolYears'],
      years.map(({ id }) => id),
    ),
    ...endsBeforeItBegins(source, [...yearSpans, ...termSpans]),
    ...overlaps(source, yearSpans),
    ...overlaps(source, termSpans),
    ...years.flatMap((year, index) => termsOutOfPlace(source, year, index)),
    ...checkDaysOff({ source, value }),
    ...checkFestivals({ source, value }),
  ];
}

function termsOutOfPlace(source: Calendar['source'], year: YearText, index: number): PlanProblem[] {
  const path = ['schoolYears', index, 'terms'] as const;
  const strangers = year.terms.flatMap((term, place) => {
    const id = `${year.id}-${place + 1}`;
    if (term.id === id) return [];
    return [
      problemAt(source, [...path, place, 'id'], {
        wrong: {
          zh: `“${term.id}”不是 ${year.id} 学年的第 ${place + 1} 个学期`,
          en: `"${term.id}" is not term ${place + 1} of ${year.id}`,
        },
        remedy: { zh: `请写 ${id}`, en: `Write ${id}` },
      }),
    ];
  });
  const outside = year.terms.flatMap((term, place) => {
    const key = term.beginsOn < year.beginsOn ? 'beginsOn' : 'endsOn';
    if (term.beginsOn >= year.beginsOn && term.endsOn <= year.endsOn) return [];
    return [
      problemAt(source, [...path, place, key], {
        wrong: {
          zh: `${term[key]} 不在学年（${year.beginsOn} 至 ${year.endsOn}）之内`,
          en: `${term[key]} is outside the school year (${year.beginsOn} to ${year.endsOn})`,
        },
        remedy: { zh: '请改学期或学年的日期', en: 'Change the days of the term or of the year' },
      }),
    ];
  });
  return [...strangers, ...outside];
}

function spanOf(
  { beginsOn, endsOn }: { readonly beginsOn: string; readonly endsOn: string },
  path: readonly (string | number)[],
): Span {
  return { path, from: beginsOn, until: endsOn, fromKey: 'beginsOn', untilKey: 'endsOn' };
}
