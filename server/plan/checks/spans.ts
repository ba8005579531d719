import type { PlanProblem } from '../problem.ts';
import { type Path, type PlanSource, problemAt } from '../reading/plan-source.ts';
import { dayAfter } from '../rules/days.ts';

/** A stretch of days somewhere in a file; no end means for good. */
export interface Span {
  readonly path: Path;
  readonly from: string;
  readonly until: string | undefined;
  readonly fromKey: string;
  readonly untilKey: string;
}

/** Spans that end before they begin. */
export function endsBeforeItBegins(source: PlanSource, spans: readonly Span[]): PlanProblem[] {
  return spans.flatMap(({ path, from, until, untilKey }) =>
    until === undefined || until >= from
      ? []
      : [
          problemAt(source, [...path, untilKey], {
            wrong: {
              zh: `${until} 早于开始的 ${from}`,
              en: `${until} is before its beginning, ${from}`,
            },
            remedy: { zh: `请写 ${from} 或以后的日期`, en: `Give ${from} or a later day` },
          }),
        ],
  );
}

/** Neighbours in a list that share days, or stand in the wrong order. */
export function overlaps(source: PlanSource, spans: readonly Span[]): PlanProblem[] {
  return neighbours(spans).flatMap(([before, span]) => {
    if (before.until !== undefined && before.until < span.from) return [];
    const last = before.until ?? 'open';
    return [
      problemAt(source, [...span.path, span.fromKey], {
        wrong: {
          zh: `${span.from} 还在上一段里（${before.from} 至 ${before.until ?? '长期'}）`,
          en: `${span.from} lies in the stretch before it (${before.from} to ${last})`,
        },
        remedy: {
          zh: `请按日期先后排列，并让上一段的 ${span.untilKey} 早于 ${span.from}`,
          en: `Put them in order of days, and end the one before (${span.untilKey}) before ${span.from}`,
        },
      }),
    ];
  });
}

/** Neighbours in a list between which there are days that neither covers. */
export function gaps(source: PlanSource, spans: readonly Span[]): PlanProblem[] {
  return neighbours(spans).flatMap(([before, span]) => {
    if (before.until === undefined || before.until >= span.from) return [];
    const next = dayAfter(before.until);
    if (next === span.from) return [];
    return [
      problemAt(source, [...span.path, span.fromKey], {
        wrong: {
          zh: `${next} 至 ${span.from} 前一天没有任何版本`,
          en: `From ${next} until the day before ${span.from} no version is in force`,
        },
        remedy: {
          zh: `请写 ${span.fromKey}: ${next}，或延长上一版本`,
          en: `Write ${span.fromKey}: ${next}, or let the version before last longer`,
        },
      }),
    ];
  });
}

interface VersionText {
  readonly version: number;
  readonly effectiveFrom: string;
  readonly effectiveUntil?: string;
}

/** Versions count 1, 2, 3 … and follow each other without gap or overlap: ledger entries name them. */
export function versionProblems(
  source: PlanSource,
  path: Path,
  versions: readonly VersionText[],
): PlanProblem[] {
  const spans = versions.map(({ effectiveFrom, effectiveUntil }, index) => ({
    path: [...path, index],
    from: effectiveFrom,
    until: effectiveUntil,
    fromKey: 'effectiveFrom',
    untilKey: 'effectiveUntil',
  }));
  const numbers = versions.flatMap(({ version }, index) =>
    version === index + 1
      ? []
      : [
          problemAt(source, [...path, index, 'version'], {
            wrong: { zh: `版本号 ${version} 不连续`, en: `Version ${version} is out of turn` },
            remedy: {
              zh: `请从 1 起依次编号，这里写 ${index + 1}`,
              en: `Number them from 1 in order: here ${index + 1}`,
            },
          }),
        ],
  );
  return [
    ...numbers,
    ...endsBeforeItBegins(source, spans),
    ...overlaps(source, spans),
    ...gaps(source, spans),
  ];
}

function neighbours<One>(list: readonly One[]): [One, One][] {
  return list.slice(1).map((one, index) => [list[index] as One, one]);
}
