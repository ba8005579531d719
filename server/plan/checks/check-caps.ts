import type { PlanProblem } from '../problem.ts';
import { type Path, type PlanSource, problemAt } from '../reading/plan-source.ts';
import {
  duplicateIds,
  type Part,
  type Parts,
  tooFineAmount,
  unknownReference,
} from './findings.ts';
import { versionProblems } from './spans.ts';

type RuleVersionText = Part<'points'>['value']['rules'][number]['versions'][number];

const periods = [
  { key: 'perDay', zh: '每天', en: 'a day' },
  { key: 'perMonth', zh: '每月', en: 'a month' },
  { key: 'perTerm', zh: '每学期', en: 'a term' },
] as const;

/** Caps that can bind, from the shortest period to the longest, and tiers that rise. */
export function capProblems(
  source: PlanSource,
  path: Path,
  { caps = {}, tiers = [] }: RuleVersionText,
): PlanProblem[] {
  const written = periods.filter(({ key }) => caps[key] !== undefined);
  const never = written.flatMap((shorter, at) => {
    const longer = written[at + 1];
    const [less = 0, more = 0] = [longer && caps[longer.key], caps[shorter.key]];
    if (!longer || more <= less) return [];
    return [
      problemAt(source, [...path, 'caps', shorter.key], {
        wrong: {
          zh: `${shorter.zh}上限 ${more} 高于${longer.zh}上限 ${less}，永远用不上`,
          en: `The cap of ${more} ${shorter.en} is over that of ${less} ${longer.en} and never binds`,
        },
        remedy: {
          zh: `请降低 ${shorter.key} 或删去它`,
          en: `Lower ${shorter.key} or remove it`,
        },
      }),
    ];
  });
  const falling = tiers.flatMap(({ above }, at) => {
    const before = tiers[at - 1]?.above;
    if (before === undefined || above > before) return [];
    return [
      problemAt(source, [...path, 'tiers', at, 'above'], {
        wrong: {
          zh: `这一段从 ${above} 起，不高于上一段的 ${before}`,
          en: `This tier begins above ${above}, which is not over the ${before} before it`,
        },
        remedy: { zh: '请由低到高写', en: 'Write tiers from the lowest to the highest' },
      }),
    ];
  });
  return [
    ...periods.flatMap(({ key }) => tooFineAmount(source, [...path, 'caps', key], caps[key])),
    ...tiers.flatMap(({ above }, at) =>
      tooFineAmount(source, [...path, 'tiers', at, 'above'], above),
    ),
    ...never,
    ...falling,
  ];
}

/** Categories of rules that there are, each rule in one of them at most. */
export function checkCategories({ source, value }: Part<'points'>, parts: Parts): PlanProblem[] {
  const categories = value.categories ?? [];
  const rules = value.rules.map(({ id }) => id);
  const clauses = parts.clauses?.value.clauses.map(({ id }) => id);
  const takenBy = new Map<string, string>();
  return [
    ...duplicateIds(
      source,
      ['categories'],
      categories.map(({ id }) => id),
    ),
    ...categories.flatMap(({ id, clause, rules: own, versions }, index) => {
      const path = ['categories', index] as const;
      return [
        ...unknownReference(source, [...path, 'clause'], clause, clauses ?? [clause], {
          zh: '条款',
          en: 'clause',
        }),
        ...versionProblems(source, [...path, 'versions'], versions),
        ...versions.flatMap(({ caps }, place) =>
          commonCapProblems(source, [...path, 'versions', place, 'caps'], caps),
        ),
        ...own.flatMap((rule, place) => {
          const at = [...path, 'rules', place];
          const other = takenBy.get(rule);
          takenBy.set(rule, id);
          return [
            ...unknownReference(source, at, rule, rules, { zh: '积分规则', en: 'point rule' }),
            ...(other === undefined ? [] : [inTwoCategories(source, at, rule, other)]),
          ];
        }),
      ];
    }),
  ];
}

type CommonCaps = NonNullable<
  Part<'points'>['value']['categories']
>[number]['versions'][number]['caps'];

function commonCapProblems(source: PlanSource, path: Path, caps: CommonCaps): PlanProblem[] {
  const { perSource, perTerm } = caps;
  return [
    ...tooFineAmount(source, [...path, 'perTerm'], perTerm),
    ...tooFineAmount(source, [...path, 'perSource'], perSource),
    ...(perSource !== undefined && perTerm !== undefined && perSource > perTerm
      ? [neverBinds(source, [...path, 'perSource'], perSource, perTerm)]
      : []),
  ];
}

function neverBinds(source: PlanSource, path: Path, more: number, less: number): PlanProblem {
  return problemAt(source, path, {
    wrong: {
      zh: `同一主办单位的上限 ${more} 高于每学期上限 ${less}，永远用不上`,
      en: `The cap of ${more} from one organisation is over that of ${less} a term and never binds`,
    },
    remedy: { zh: '请降低 perSource 或删去它', en: 'Lower perSource or remove it' },
  });
}

function inTwoCategories(source: PlanSource, path: Path, rule: string, other: string): PlanProblem {
  return problemAt(source, path, {
    wrong: {
      zh: `规则“${rule}”已在类别“${other}”里`,
      en: `The rule "${rule}" is in the category "${other}" already`,
    },
    remedy: { zh: '请只留在一个类别里', en: 'Leave it in one of them' },
  });
}
