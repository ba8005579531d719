import type { PlanProblem } from '../problem.ts';
import { type Path, type PlanSource, problemAt } from '../reading/plan-source.ts';
import { routeAttributes } from '../vocabulary.ts';
import { askingProblems, countsProblems } from './check-asking.ts';
import { capProblems, checkCategories } from './check-caps.ts';
import { type AttributeText, valueProblems } from './conditions.ts';
import {
  duplicateIds,
  type Part,
  type Parts,
  tooFineAmount,
  unknownReference,
} from './findings.ts';
import { versionProblems } from './spans.ts';

type RuleText = Part<'points'>['value']['rules'][number];
type RuleVersionText = RuleText['versions'][number];
type FactText = Part<'facts'>['value']['kinds'][number];

const aClause = { zh: '条款', en: 'clause' };

/** Rules that ask for what facts can say, and pay what the ledger can hold. */
export function checkPoints({ source, value }: Part<'points'>, parts: Parts): PlanProblem[] {
  const ids = value.rules.map(({ id }) => id);
  return [
    ...duplicateIds(source, ['rules'], ids),
    ...value.rules.flatMap((rule, index) => checkRule(source, ['rules', index], rule, parts)),
    ...checkCategories({ source, value }, parts),
  ];
}

/** Certificates whose threshold the ledger can hold. */
export function checkCertificates(
  { source, value }: Part<'certificates'>,
  parts: Parts,
): PlanProblem[] {
  const ids = value.certificates.map(({ id }) => id);
  const problems = value.certificates.flatMap(({ clause, counts, versions }, index) => {
    const path = ['certificates', index] as const;
    return [
      ...clauseProblems(source, path, clause, parts),
      ...versionProblems(source, [...path, 'versions'], versions),
      ...beforeThePlan(source, [...path, 'versions'], versions, parts),
      ...countsProblems(source, [...path, 'counts'], counts),
      ...versions.flatMap((version, place) => [
        ...tooFineAmount(source, [...path, 'versions', place, 'threshold'], version.threshold),
        ...askingProblems(source, [...path, 'versions', place], version),
      ]),
    ];
  });
  return [...duplicateIds(source, ['certificates'], ids), ...problems];
}

/** The clause by which a family may contest. */
export function checkContests({ source, value }: Part<'contests'>, parts: Parts): PlanProblem[] {
  return clauseProblems(source, [], value.clause, parts);
}

function checkRule(source: PlanSource, path: Path, rule: RuleText, parts: Parts): PlanProblem[] {
  const kinds = parts.facts?.value.kinds;
  const fact = kinds?.find(({ id }) => id === rule.fact);
  const factIds = kinds?.map(({ id }) => id) ?? [rule.fact];
  const versions = [...path, 'versions'];
  return [
    ...clauseProblems(source, path, rule.clause, parts),
    ...unknownReference(source, [...path, 'fact'], rule.fact, factIds, {
      zh: '事实种类',
      en: 'kind of fact',
    }),
    ...(fact ? factProblems(source, path, rule, fact, parts) : []),
    ...versionProblems(source, versions, rule.versions),
    ...beforeThePlan(source, versions, rule.versions, parts),
    ...rule.versions.flatMap((version, place) =>
      amountProblems(source, [...versions, place], version, fact),
    ),
  ];
}

function clauseProblems(
  source: PlanSource,
  path: Path,
  clause: string,
  { clauses }: Parts,
): PlanProblem[] {
  const known = clauses?.value.clauses.map(({ id }) => id) ?? [clause];
  return unknownReference(source, [...path, 'clause'], clause, known, aClause);
}

/** Points are the subject's, so the subject must be a carer; conditions ask for attributes the fact has. */
function factProblems(
  source: PlanSource,
  path: Path,
  rule: RuleText,
  fact: FactText,
  parts: Parts,
): PlanProblem[] {
  const conditions = rule.when ?? [];
  const attributes = fact.attributes ?? [];
  const names = attributes.map(({ id }) => id);
  const notACarer = problemAt(source, [...path, 'fact'], {
    wrong: {
      zh: `“${fact.id}”说的不是家长，没有人可以得分`,
      en: `"${fact.id}" is not about a carer, so nobody could earn by it`,
    },
    remedy: {
      zh: '请选 subject 为 carer 的事实种类',
      en: 'Choose a kind of fact whose subject is carer',
    },
  });
  return [
    ...(fact.subject === 'carer' ? [] : [notACarer]),
    ...duplicateIds(
      source,
      [...path, 'when'],
      conditions.map(({ attribute }) => attribute),
      'attribute',
    ),
    ...conditions.flatMap((condition, place) => {
      const at = [...path, 'when', place];
      const attribute = attributes.find(({ id }) => id === condition.attribute);
      if (!attribute) {
        return unknownReference(source, [...at, 'attribute'], condition.attribute, names, {
          zh: `${fact.id} 的属性`,
          en: `attribute of ${fact.id}`,
        });
      }
      if (routeAttributes.some((route) => route === attribute.id)) {
        return [byRoute(source, at, attribute)];
      }
      return valueProblems(source, at, condition.in, attribute, parts);
    }),
  ];
}

/** The same deed earns the same, whichever way it was told. */
function byRoute(source: PlanSource, path: Path, { id, name }: AttributeText): PlanProblem {
  return problemAt(source, [...path, 'attribute'], {
    wrong: {
      zh: `规则按“${name.zh}”（${id}）区分，用手机和用纸笔的家庭得分就不一样`,
      en: `The rule asks for "${id}": families with a phone and those with paper would not earn the same`,
    },
    remedy: {
      zh: '请删去这个条件：同一件事，怎么登记都得一样的分',
      en: 'Remove this condition: the same deed earns the same, however it was told',
    },
  });
}

/** One amount, per hour only of what is measured in minutes, with caps that can bind. */
function amountProblems(
  source: PlanSource,
  path: Path,
  version: RuleVersionText,
  fact: FactText | undefined,
): PlanProblem[] {
  const { perHour, perEvent } = version;
  const problems = [
    ...tooFineAmount(source, [...path, 'perHour'], perHour),
    ...tooFineAmount(source, [...path, 'perEvent'], perEvent),
    ...capProblems(source, path, version),
  ];
  if ((perHour === undefined) === (perEvent === undefined)) {
    problems.push(
      problemAt(source, path, {
        wrong: {
          zh: perHour === undefined ? '没有写积分' : '同时写了 perHour 和 perEvent',
          en:
            perHour === undefined ? 'The amount is missing' : 'Both perHour and perEvent are given',
        },
        remedy: { zh: '请写 perHour 或 perEvent 之一', en: 'Write either perHour or perEvent' },
      }),
    );
  }
  if (perHour !== undefined && fact && fact.unit !== 'minutes') {
    problems.push(
      problemAt(source, [...path, 'perHour'], {
        wrong: {
          zh: `“${fact.id}”按次记录，没有时长`,
          en: `"${fact.id}" is counted by occurrence and has no hours`,
        },
        remedy: { zh: '请改用 perEvent', en: 'Use perEvent instead' },
      }),
    );
  }
  return problems;
}

/** Nothing may count before the plan and its first term have begun. */
function beforeThePlan(
  source: PlanSource,
  path: Path,
  versions: readonly { readonly effectiveFrom: string }[],
  { plan, calendar }: Parts,
): PlanProblem[] {
  const begins = [plan?.value.effectiveFrom, calendar?.value.schoolYears[0]?.terms[0]?.beginsOn]
    .filter((day) => day !== undefined)
    .toSorted()
    .at(-1);
  const first = versions[0]?.effectiveFrom;
  if (begins === undefined || first === undefined || first >= begins) return [];
  return [
    problemAt(source, [...path, 0, 'effectiveFrom'], {
      wrong: {
        zh: `${first} 时计划或第一个学期还没有开始`,
        en: `On ${first} the plan or its first term has not begun`,
      },
      remedy: { zh: `请写 ${begins} 或以后的日期`, en: `Give ${begins} or a later day` },
    }),
  ];
}
