import type { PlanProblem } from '../problem.ts';
import { type Path, type PlanSource, problemAt } from '../reading/plan-source.ts';
import { answering } from '../vocabulary.ts';
import { choicesIn, valueProblems } from './conditions.ts';
import { duplicateIds, type Part, type Parts, unknownReference } from './findings.ts';
import { versionProblems } from './spans.ts';

type DutyText = Part<'duties'>['value']['duties'][number];
type VersionText = DutyText['versions'][number];
type PatternText = { readonly fact: string; readonly when?: DutyText['counts']['when'] };

const aClause = { zh: '条款', en: 'clause' };
const aFact = { zh: '事实种类', en: 'kind of fact' };

/** Holders that are organisations: a fact names them as its subject or as its organisation. */
const organisationKinds = [
  'district',
  'subdistrict',
  'community',
  'school',
  'kindergarten',
  'class',
];

/** Duties that ask for what facts can say, of whom facts can name, and that somebody answers for. */
export function checkDuties(
  { source, value }: Pick<Part<'duties'>, 'source' | 'value'>,
  parts: Parts,
): PlanProblem[] {
  const ids = value.duties.map(({ id }) => id);
  return [
    ...duplicateIds(source, ['duties'], ids),
    ...value.duties.flatMap((duty, index) => checkDuty(source, ['duties', index], duty, parts)),
  ];
}

function checkDuty(source: PlanSource, path: Path, duty: DutyText, parts: Parts): PlanProblem[] {
  const clauses = parts.clauses?.value.clauses.map(({ id }) => id) ?? [duty.clause];
  return [
    ...unknownReference(source, [...path, 'clause'], duty.clause, clauses, aClause),
    ...answeringProblems(source, path, duty),
    ...whoseProblems(source, [...path, 'whose'], duty.whose, parts),
    ...patternProblems(source, [...path, 'counts'], duty.counts, parts),
    ...holderProblems(source, [...path, 'counts'], duty, parts),
    ...(duty.excusedBy ?? []).flatMap((pattern, place) =>
      patternProblems(source, [...path, 'excusedBy', place], pattern, parts),
    ),
    ...versionProblems(source, [...path, 'versions'], duty.versions),
    ...duty.versions.flatMap((version, place) =>
      askingProblems(source, [...path, 'versions', place], version, duty, parts),
    ),
  ];
}

/** Whoever answers must have a say over whom it binds. */
function answeringProblems(source: PlanSource, path: Path, duty: DutyText): PlanProblem[] {
  const { kinds } = duty.whose;
  const reached: readonly string[] = answering[duty.answers];
  const beyond = kinds.find((kind) => !reached.includes(kind));
  if (!beyond) return [];
  const able = Object.entries(answering)
    .filter(([, reach]) => kinds.every((kind) => (reach as readonly string[]).includes(kind)))
    .map(([role]) => role);
  return [
    problemAt(source, [...path, 'answers'], {
      wrong: {
        zh: `${duty.answers} 管不到 ${beyond}，这项任务就没有人负责`,
        en: `A ${duty.answers} has no say over a ${beyond}: nobody would answer for this duty`,
      },
      remedy: { zh: `可以写：${able.join(', ')}`, en: `Write one of: ${able.join(', ')}` },
    }),
  ];
}

function whoseProblems(
  source: PlanSource,
  path: Path,
  { kinds, flag, body, roles, stages, grades }: DutyText['whose'],
  { facts }: Parts,
): PlanProblem[] {
  const among = (field: string, given: unknown, having: readonly string[]) => {
    const without = kinds.find((kind) => !having.includes(kind));
    if (given === undefined || !without) return [];
    return [
      problemAt(source, [...path, field], {
        wrong: { zh: `${without} 没有 ${field} 之分`, en: `A ${without} has no ${field}` },
        remedy: {
          zh: `请删去，或把 kinds 写成 ${having.join('、')}`,
          en: `Remove it, or let kinds be among ${having.join(', ')}`,
        },
      }),
    ];
  };
  const choicesOf = (fact: string, attribute: string) =>
    facts?.value.kinds
      .find(({ id }) => id === fact)
      ?.attributes?.filter(({ id }) => id === attribute)
      .flatMap((one) => choicesIn(facts, one)) ?? [];
  const flags = choicesOf('student.flagged', 'flag');
  const bodies = choicesOf('body.formed', 'body');
  return [
    ...among('flag', flag, ['student']),
    ...among('body', body, ['body']),
    ...among('roles', roles, ['staff']),
    ...among('stages', stages, ['school', 'kindergarten', 'class', 'student']),
    ...among('grades', grades, ['class', 'student']),
    ...(flag && facts
      ? unknownReference(source, [...path, 'flag'], flag, flags, { zh: '标记', en: 'flag' })
      : []),
    ...(body && facts
      ? unknownReference(source, [...path, 'body'], body, bodies, {
          zh: '组织类别',
          en: 'kind of body',
        })
      : []),
    ...(kinds.includes('body') && !body ? [missingBody(source, path)] : []),
    ...mixedKinds(source, path, kinds),
  ];
}

/** Several kinds are counted together only where they are of one sort: organisations. */
function mixedKinds(source: PlanSource, path: Path, kinds: readonly string[]): PlanProblem[] {
  const stranger = kinds.find((kind) => !organisationKinds.includes(kind));
  if (kinds.length === 1 || !stranger) return [];
  return [
    problemAt(source, [...path, 'kinds'], {
      wrong: {
        zh: `${stranger} 不能与 ${kinds.filter((kind) => kind !== stranger).join('、')} 写在一起`,
        en: `A ${stranger} cannot stand beside ${kinds.filter((kind) => kind !== stranger).join(', ')}`,
      },
      remedy: { zh: '请分成两项任务', en: 'Write two duties' },
    }),
  ];
}

function missingBody(source: PlanSource, path: Path): PlanProblem {
  return problemAt(source, path, {
    wrong: { zh: '没有写是哪种组织', en: 'Which kind of body is missing' },
    remedy: {
      zh: '请写 body，如 body: parent-committee',
      en: 'Write body, for example body: parent-committee',
    },
  });
}

/** The fact exists, and its conditions ask for what it can say. */
function patternProblems(
  source: PlanSource,
  path: Path,
  { fact, when = [] }: PatternText,
  parts: Parts,
): PlanProblem[] {
  const kinds = parts.facts?.value.kinds;
  if (!kinds) return [];
  const kind = kinds.find(({ id }) => id === fact);
  const ids = kinds.map(({ id }) => id);
  if (!kind) return unknownReference(source, [...path, 'fact'], fact, ids, aFact);
  const names = (kind.attributes ?? []).map(({ id }) => id);
  return when.flatMap(({ attribute, in: values }, place) => {
    const at = [...path, 'when', place];
    const known = kind.attributes?.find(({ id }) => id === attribute);
    if (!known) {
      return unknownReference(source, [...at, 'attribute'], attribute, names, {
        zh: `${fact} 的属性`,
        en: `attribute of ${fact}`,
      });
    }
    return valueProblems(source, at, values, known, parts);
  });
}

/** The fact names whom the duty binds. */
function holderProblems(
  source: PlanSource,
  path: Path,
  { whose, counts }: DutyText,
  { facts }: Parts,
): PlanProblem[] {
  const kind = facts?.value.kinds.find(({ id }) => id === counts.fact);
  if (!kind) return [];
  const { holder = ['subject'], distinct } = counts;
  const [holderKind = ''] = whose.kinds;
  const attributes = kind.attributes ?? [];
  const ids = attributes.filter(({ type }) => type === 'id' || type === 'ids');
  const isOrganisation = organisationKinds.includes(holderKind);
  const subjectIs = isOrganisation ? 'organisation' : holderKind;
  const fits = [
    ...(kind.subject === subjectIs ? ['subject'] : []),
    ...(isOrganisation ? ['organisation'] : []),
    ...ids.map(({ id }) => id),
  ];
  const different = ['subject', ...attributes.map(({ id }) => id)];
  return [
    ...holder.flatMap((part, place) =>
      unknownReference(
        source,
        [...path, ...(counts.holder ? ['holder', place] : ['fact'])],
        part,
        fits,
        {
          zh: `能指明 ${holderKind} 的一项：`,
          en: `part of ${counts.fact} that names a ${holderKind}:`,
        },
      ),
    ),
    ...(distinct
      ? unknownReference(source, [...path, 'distinct'], distinct, different, {
          zh: `${counts.fact} 的属性`,
          en: `attribute of ${counts.fact}`,
        })
      : []),
  ];
}

/** One amount, in a unit that the fact has; what `every` needs, and nothing that it does not. */
function askingProblems(
  source: PlanSource,
  path: Path,
  version: VersionText,
  duty: DutyText,
  parts: Parts,
): PlanProblem[] {
  const { every, months, after, count, hours } = version;
  const fact = parts.facts?.value.kinds.find(({ id }) => id === duty.counts.fact);
  const problems: PlanProblem[] = [];
  const say = (key: string | undefined, wrong: [string, string], remedy: [string, string]) =>
    problems.push(
      problemAt(source, key ? [...path, key] : path, {
        wrong: { zh: wrong[0], en: wrong[1] },
        remedy: { zh: remedy[0], en: remedy[1] },
      }),
    );
  if ((count === undefined) === (hours === undefined)) {
    say(
      undefined,
      count === undefined
        ? ['没有写要做多少', 'How much is missing']
        : ['同时写了 count 和 hours', 'Both count and hours are given'],
      ['请写 count 或 hours 之一', 'Write either count or hours'],
    );
  }
  if (hours !== undefined && fact && fact.unit !== 'minutes') {
    say(
      'hours',
      [`“${fact.id}”按次记录，没有时长`, `"${fact.id}" is counted by occurrence and has no hours`],
      ['请改用 count', 'Use count instead'],
    );
  }
  if (hours !== undefined && duty.counts.distinct) {
    say(
      'hours',
      ['去重之后只能按次数', 'What counts by different values has no hours'],
      ['请改用 count，或删去 distinct', 'Use count instead, or remove distinct'],
    );
  }
  if ((every === 'months') !== (months !== undefined)) {
    say(
      months ? 'months' : 'every',
      ['every: months 与 months 必须同时出现', 'every: months and a list of months go together'],
      ['请补上 months，或改 every', 'Add months, or change every'],
    );
  }
  if ((every === 'occasion') !== (after !== undefined)) {
    say(
      after ? 'after' : 'every',
      ['every: occasion 与 after 必须同时出现', 'every: occasion and after go together'],
      ['请补上 after，或改 every', 'Add after, or change every'],
    );
  }
  return [
    ...problems,
    ...(after ? patternProblems(source, [...path, 'after'], after, parts) : []),
    ...(after
      ? keyProblems(source, [...path, 'after', 'key'], after, duty.counts.fact, parts)
      : []),
  ];
}

/** Both facts carry the id by which they belong together. */
function keyProblems(
  source: PlanSource,
  path: Path,
  { fact, key }: NonNullable<VersionText['after']>,
  answer: string,
  { facts }: Parts,
): PlanProblem[] {
  const idsOf = (id: string) =>
    facts?.value.kinds
      .find((kind) => kind.id === id)
      ?.attributes?.filter(({ type }) => type === 'id')
      .map((attribute) => attribute.id);
  return [fact, answer].flatMap((id) => {
    const known = idsOf(id);
    if (!known) return [];
    return unknownReference(source, path, key, known, {
      zh: `${id} 的编号属性`,
      en: `id among the attributes of ${id}`,
    });
  });
}
