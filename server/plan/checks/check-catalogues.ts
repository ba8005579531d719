import type { PlanProblem } from '../problem.ts';
import { type Path, type PlanSource, problemAt } from '../reading/plan-source.ts';
import type { AttributeText } from './conditions.ts';
import { duplicateIds, type Part, type Parts, unknownReference } from './findings.ts';
import { endsBeforeItBegins, overlaps } from './spans.ts';

const aClause = { zh: '条款', en: 'clause' };
const aFact = { zh: '事实种类', en: 'kind of fact' };

/** The plan's own days, and the days of what a certificate may be used for. */
export function checkPlan({ source, value }: Part<'plan'>): PlanProblem[] {
  const own = {
    path: [],
    from: value.effectiveFrom,
    until: value.effectiveUntil,
    fromKey: 'effectiveFrom',
    untilKey: 'effectiveUntil',
  };
  const uses = value.admissionUse.map(({ from, until }, index) => ({
    path: ['admissionUse', index],
    from,
    until,
    fromKey: 'from',
    untilKey: 'until',
  }));
  return [...endsBeforeItBegins(source, [own, ...uses]), ...overlaps(source, uses)];
}

/** Each clause once, below a clause that there is. */
export function checkClauses({ source, value }: Part<'clauses'>): PlanProblem[] {
  const ids = value.clauses.map(({ id }) => id);
  return [
    ...duplicateIds(source, ['clauses'], ids),
    ...value.clauses.flatMap(({ id, parent }, index) => {
      if (parent === undefined) return [];
      const others = ids.filter((other) => other !== id);
      return unknownReference(source, ['clauses', index, 'parent'], parent, others, aClause);
    }),
  ];
}

export function checkStages({ source, value }: Part<'stages'>): PlanProblem[] {
  return duplicateIds(
    source,
    ['stages'],
    value.stages.map(({ id }) => id),
  );
}

/** Each kind once, serving a clause, its hours within bounds, its parts stating facts that there are. */
export function checkActivities(
  { source, value }: Part<'activities'>,
  { clauses, facts }: Parts,
): PlanProblem[] {
  const clauseIds = clauses?.value.clauses.map(({ id }) => id);
  const factIds = facts?.value.kinds.map(({ id }) => id);
  const ids = value.kinds.map(({ id }) => id);
  const problems = value.kinds.flatMap((kind, index) => {
    const path = ['kinds', index] as const;
    const roles = kind.roles.map(({ role }) => role);
    const tooLong = problemAt(source, [...path, 'defaultMinutes'], {
      wrong: {
        zh: `默认 ${kind.defaultMinutes} 分钟，超过最多计入的 ${kind.maximumMinutes} 分钟`,
        en: `${kind.defaultMinutes} minutes by default are over the maximum of ${kind.maximumMinutes}`,
      },
      remedy: {
        zh: '请减少 defaultMinutes 或增加 maximumMinutes',
        en: 'Lower defaultMinutes or raise maximumMinutes',
      },
    });
    return [
      ...(clauseIds
        ? unknownReference(source, [...path, 'clause'], kind.clause, clauseIds, aClause)
        : []),
      ...(kind.defaultMinutes > kind.maximumMinutes ? [tooLong] : []),
      ...duplicateIds(source, [...path, 'roles'], roles, 'role'),
      ...kind.roles.flatMap(({ fact }, place) =>
        factIds
          ? unknownReference(source, [...path, 'roles', place, 'fact'], fact, factIds, aFact)
          : [],
      ),
    ];
  });
  return [...duplicateIds(source, ['kinds'], ids), ...problems];
}

/** Each kind once, each attribute once; choices exactly where there is something to choose, each list of them once. */
export function checkFacts({ source, value }: Part<'facts'>): PlanProblem[] {
  const ids = value.kinds.map(({ id }) => id);
  const { choices: lists = [] } = value;
  const known = lists.map(({ id }) => id);
  const problems = value.kinds.flatMap(({ attributes = [], byHand, subject }, index) => {
    const path = ['kinds', index, 'attributes'] as const;
    const notACarer = problemAt(source, ['kinds', index, 'byHand'], {
      wrong: { zh: '只有家长做的事可以人工登记', en: 'Only what carers do may be entered by hand' },
      remedy: {
        zh: '请把 subject 写成 carer，或去掉 byHand',
        en: 'Give carer as its subject, or leave byHand out',
      },
    });
    const names = attributes.map(({ id }) => id);
    const choices = attributes.flatMap((attribute, place) =>
      choicesProblems(source, [...path, place], attribute, known),
    );
    return [
      ...(byHand && subject !== 'carer' ? [notACarer] : []),
      ...duplicateIds(source, path, names),
      ...choices,
    ];
  });
  return [
    ...duplicateIds(source, ['choices'], known),
    ...lists.flatMap(({ values }, index) =>
      duplicateIds(
        source,
        ['choices', index, 'values'],
        values.map(({ id }) => id),
      ),
    ),
    ...duplicateIds(source, ['kinds'], ids),
    ...problems,
    ...excuseProblems(source, value.excuses),
  ];
}

function choicesProblems(
  source: PlanSource,
  path: Path,
  { type, choices }: AttributeText,
  known: readonly string[],
): PlanProblem[] {
  if ((type === 'choice') !== (choices !== undefined)) {
    return [
      problemAt(source, [...path, 'type'], {
        wrong: {
          zh: '类型 choice 与 choices 必须同时出现',
          en: 'The type choice and a list of choices go together',
        },
        remedy: { zh: '请补上 choices，或改 type', en: 'Add choices, or change the type' },
      }),
    ];
  }
  if (choices === undefined) return [];
  const thing = { zh: '这组可选的值', en: 'list of choices' };
  return unknownReference(source, [...path, 'choices'], choices, known, thing);
}

/** Each reason once, and a substitute to choose where one is asked for. */
function excuseProblems(
  source: Part<'facts'>['source'],
  excuses: Part<'facts'>['value']['excuses'],
): PlanProblem[] {
  if (!excuses) return [];
  const { reasons, substitutes = [] } = excuses;
  const path = ['excuses', 'reasons'] as const;
  const nothingToChoose = reasons.flatMap(({ asks }, index) =>
    asks === 'substitute' && substitutes.length === 0
      ? [
          problemAt(source, [...path, index, 'asks'], {
            wrong: {
              zh: '要填替代方式，却没有可选的',
              en: 'A substitute is asked for, and there is none to choose',
            },
            remedy: {
              zh: '请写上 substitutes，或去掉 asks',
              en: 'Write substitutes, or leave asks out',
            },
          }),
        ]
      : [],
  );
  return [
    ...duplicateIds(
      source,
      path,
      reasons.map(({ id }) => id),
    ),
    ...duplicateIds(
      source,
      ['excuses', 'substitutes'],
      substitutes.map(({ id }) => id),
    ),
    ...nothingToChoose,
  ];
}
