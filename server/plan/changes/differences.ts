import { isDeepStrictEqual } from 'node:util';
import type { Words } from '../../platform/index.ts';
import type { Effective } from '../clause.ts';
import type { Duty, DutyVersion } from '../duty.ts';
import type { Plan } from '../plan.ts';
import {
  festivalSayings,
  holidaySayings,
  layerSayings,
  planSayings,
  procedureSayings,
  schoolYearSayings,
  termSayings,
} from './of-calendar.ts';
import { activitySayings, clauseSayings, factSayings, stageSayings } from './of-catalogues.ts';
import { dutySayings, dutyVersionSayings } from './of-duties.ts';
import {
  categorySayings,
  categoryVersionSayings,
  certificateSayings,
  certificateVersionSayings,
  ruleSayings,
  ruleVersionSayings,
} from './of-points.ts';
import { changesOverTime, type Pair, statementsOverTime } from './over-time.ts';
import { changeOf, joined, otherDetails, type Saying, statement } from './sayings.ts';

/** One thing that two plans do not say alike, in a sentence. */
export interface PlanDifference {
  readonly what: DifferentThing;
  readonly change: 'added' | 'removed' | 'changed';
  readonly id: string;
  /** That it belongs to; of a layer above the plan where the words say so. */
  readonly clause?: string;
  readonly words: Words;
}

export type DifferentThing = keyof typeof nouns;

const nouns = {
  plan: { zh: '计划', en: 'Plan' },
  layer: { zh: '上级规定', en: 'Plan above' },
  clause: { zh: '条款', en: 'Clause' },
  duty: { zh: '任务', en: 'Duty' },
  'point-rule': { zh: '积分规则', en: 'Point rule' },
  'point-category': { zh: '积分类别', en: 'Category of points' },
  certificate: { zh: '证明', en: 'Certificate' },
  procedure: { zh: '办理规定', en: 'Procedures' },
  'school-year': { zh: '学年', en: 'School year' },
  term: { zh: '学期', en: 'Term' },
  holiday: { zh: '假期', en: 'Holiday' },
  festival: { zh: '节日', en: 'Festival' },
  'activity-kind': { zh: '活动种类', en: 'Kind of activity' },
  'fact-kind': { zh: '事实种类', en: 'Kind of fact' },
  stage: { zh: '课程阶段', en: 'Curriculum stage' },
} as const satisfies Record<string, Words>;

/** What the second plan says otherwise than the first, in the order in which an officer asks: what is due, then what counts. */
export function differencesBetween(before: Plan, after: Plan): PlanDifference[] {
  const plans = { before, after };
  return [
    ...between('plan', [before], [after], plans, {
      id: () => 'plan',
      title: ({ name }) => name,
      sayings: planSayings,
      rest: () => undefined,
    }),
    ...between('layer', before.layers, after.layers, plans, { ...byName, sayings: layerSayings }),
    ...ofClauses(plans),
    ...ofDuties(plans),
    ...ofPoints(plans),
    ...ofCalendar(plans),
    ...ofKinds(plans),
  ];
}

/** How entries of one sort are told apart. */
interface Telling<Entry> {
  id(entry: Entry): string;
  title(entry: Entry): Words;
  clause?(entry: Entry): string;
  /** As shown behind the title, where it is not the clause alone. */
  shownClause?(entry: Entry, plan: Plan): Words;
  readonly sayings: readonly Saying<Entry>[];
  readonly overTime?: OverTime<Entry>;
  /** Everything that must be the same for there to be no difference; missing: the whole entry. */
  rest?(entry: Entry): unknown;
}

interface OverTime<Entry> {
  changes(entries: Pair<Entry>, plans: Pair<Plan>): Words[];
  states(entry: Entry, plan: Plan): Words[];
}

function inVersions<Version extends Effective>(
  sayings: readonly Saying<Version>[],
): OverTime<{ readonly versions: readonly Version[] }> {
  return {
    changes: ({ before, after }, plans) =>
      changesOverTime({ before: before.versions, after: after.versions }, plans, sayings),
    states: ({ versions }, plan) => statementsOverTime(versions, plan, sayings),
  };
}

const byId = { id: ({ id }: { readonly id: string }) => id };
const byTitle = { ...byId, title: ({ title }: { readonly title: Words }) => title };
const byName = { ...byId, title: ({ name }: { readonly name: Words }) => name };
const ofClause = { clause: ({ clause }: { readonly clause: string }) => clause };
/** Their versions are told apart over time. */
const withoutVersions = {
  rest: ({ versions: _, ...rest }: { readonly versions: unknown }): unknown => rest,
};

function ofClauses(plans: Pair<Plan>): PlanDifference[] {
  return between('clause', plans.before.clauses, plans.after.clauses, plans, {
    ...byTitle,
    clause: ({ id }) => id,
    sayings: clauseSayings,
  });
}

function ofDuties(plans: Pair<Plan>): PlanDifference[] {
  const clauseOf = ({ sources: [source] }: Duty) => source?.clause ?? '';
  return between('duty', plans.before.duties, plans.after.duties, plans, {
    ...byTitle,
    ...withoutVersions,
    clause: clauseOf,
    shownClause: (duty, { layers }) => {
      const layer = layers.find(({ id }) => id === duty.sources[0]?.layer);
      const clause = clauseOf(duty);
      return layer
        ? { zh: `${layer.name.zh} ${clause}`, en: `${layer.name.en} ${clause}` }
        : { zh: clause, en: clause };
    },
    sayings: dutySayings,
    overTime: inVersions<DutyVersion>(dutyVersionSayings),
  });
}

function ofPoints(plans: Pair<Plan>): PlanDifference[] {
  const { before, after } = plans;
  return [
    ...between('point-rule', before.pointRules, after.pointRules, plans, {
      ...{ ...byTitle, ...ofClause, ...withoutVersions },
      sayings: ruleSayings,
      overTime: inVersions(ruleVersionSayings),
    }),
    ...between('point-category', before.pointCategories, after.pointCategories, plans, {
      ...{ ...byTitle, ...ofClause, ...withoutVersions },
      sayings: categorySayings,
      overTime: inVersions(categoryVersionSayings),
    }),
    ...between('certificate', before.certificates, after.certificates, plans, {
      ...{ ...byName, ...ofClause, ...withoutVersions },
      sayings: certificateSayings,
      overTime: inVersions(certificateVersionSayings),
    }),
    ...between('procedure', [before], [after], plans, {
      id: () => 'procedure',
      title: ({ name }) => name,
      sayings: procedureSayings,
      rest: ({ waitingList, awards, excuses, contests }) => ({
        ...{ waitingList, awards, excuses, contests },
      }),
    }),
  ];
}

function ofCalendar(plans: Pair<Plan>): PlanDifference[] {
  const { before, after } = plans;
  return [
    ...between('school-year', before.schoolYears, after.schoolYears, plans, {
      ...byId,
      title: ({ id }) => ({ zh: id, en: id }),
      sayings: schoolYearSayings,
      rest: () => undefined,
    }),
    ...between('term', before.terms, after.terms, plans, { ...byName, sayings: termSayings }),
    ...between('holiday', before.daysOff.holidays, after.daysOff.holidays, plans, {
      // It has no id: a holiday is known by its name and year.
      id: ({ name, from }) => `${from.slice(0, 4)} ${name.zh}`,
      title: ({ name, from }) => ({
        zh: `${from.slice(0, 4)} 年${name.zh}`,
        en: `${name.en} ${from.slice(0, 4)}`,
      }),
      sayings: holidaySayings,
    }),
    ...between('festival', before.festivals, after.festivals, plans, {
      id: ({ name }) => name.zh,
      title: ({ name }) => name,
      sayings: festivalSayings,
    }),
  ];
}

function ofKinds(plans: Pair<Plan>): PlanDifference[] {
  const { before, after } = plans;
  return [
    ...between('activity-kind', before.activityKinds, after.activityKinds, plans, {
      ...{ ...byName, ...ofClause },
      sayings: activitySayings,
    }),
    ...between('fact-kind', before.factKinds, after.factKinds, plans, {
      ...byName,
      sayings: factSayings,
    }),
    ...between('stage', before.stages, after.stages, plans, { ...byName, sayings: stageSayings }),
  ];
}

function between<Entry>(
  what: DifferentThing,
  before: readonly Entry[],
  after: readonly Entry[],
  plans: Pair<Plan>,
  telling: Telling<Entry>,
): PlanDifference[] {
  const find = (entries: readonly Entry[], entry: Entry) =>
    entries.find((one) => telling.id(one) === telling.id(entry));
  const tell = (
    change: PlanDifference['change'],
    entry: Entry,
    plan: Plan,
    words: Words,
  ): PlanDifference => {
    const clause = telling.clause?.(entry);
    return {
      ...{ what, change, id: telling.id(entry) },
      ...(clause !== undefined && { clause }),
      words: sentence({ what, change }, namedIn(telling, entry, plan), words),
    };
  };
  const changedOrNew = after.flatMap((entry) => {
    const old = find(before, entry);
    if (!old) return [tell('added', entry, plans.after, statesOf(telling, entry, plans.after))];
    const words = changesOf(telling, { before: old, after: entry }, plans);
    return words.length > 0 ? [tell('changed', entry, plans.after, joined(words, '；', '; '))] : [];
  });
  const gone = before
    .filter((entry) => !find(after, entry))
    .map((entry) => tell('removed', entry, plans.before, { zh: '', en: '' }));
  return [...changedOrNew, ...gone];
}

function changesOf<Entry>(
  telling: Telling<Entry>,
  { before, after }: Pair<Entry>,
  plans: Pair<Plan>,
): Words[] {
  const { sayings, overTime, rest = (entry: Entry): unknown => entry } = telling;
  const changes = sayings.flatMap(
    (saying) => changeOf(saying(before, plans.before), saying(after, plans.after)) ?? [],
  );
  const shown = {
    was: shownClauseOf(telling, before, plans.before),
    is: shownClauseOf(telling, after, plans.after),
  };
  if (shown.was && shown.is && !isDeepStrictEqual(shown.was, shown.is)) {
    changes.unshift({
      zh: `从 ${shown.was.zh} 移到 ${shown.is.zh}`,
      en: `moved from ${shown.was.en} to ${shown.is.en}`,
    });
  }
  if (changes.length === 0 && !isDeepStrictEqual(rest(before), rest(after))) {
    changes.push(otherDetails);
  }
  return [...changes, ...(overTime?.changes({ before, after }, plans) ?? [])];
}

function statesOf<Entry>(telling: Telling<Entry>, entry: Entry, plan: Plan): Words {
  const { sayings, overTime } = telling;
  if (overTime) return joined(overTime.states(entry, plan), '；', '; ');
  // Its title stands before it.
  return statement(sayings.slice(1).map((saying) => saying(entry, plan)));
}

function shownClauseOf<Entry>(
  { clause, shownClause }: Telling<Entry>,
  entry: Entry,
  plan: Plan,
): Words | undefined {
  if (shownClause) return shownClause(entry, plan);
  const id = clause?.(entry);
  return id === undefined ? undefined : { zh: id, en: id };
}

/** `“入户家访全覆盖”（2.3.3）`. */
function namedIn<Entry>(telling: Telling<Entry>, entry: Entry, plan: Plan): Words {
  const { zh, en } = telling.title(entry);
  const clause = shownClauseOf(telling, entry, plan);
  return {
    zh: `“${zh}”${clause ? `（${clause.zh}）` : ''}`,
    en: ` “${en}”${clause ? ` (${clause.en})` : ''}`,
  };
}

function sentence(
  { what, change }: Pick<PlanDifference, 'what' | 'change'>,
  name: Words,
  { zh, en }: Words,
): Words {
  const noun = nouns[what];
  const colon = { zh: zh && `：${zh}`, en: en && `: ${en}` };
  switch (change) {
    case 'changed':
      return { zh: `${noun.zh}${name.zh}${colon.zh}`, en: `${noun.en}${name.en}${colon.en}` };
    case 'added':
      return {
        zh: `新增${noun.zh}${name.zh}${colon.zh}`,
        en: `New ${noun.en.toLowerCase()}${name.en}${colon.en}`,
      };
    case 'removed':
      return { zh: `删去${noun.zh}${name.zh}`, en: `${noun.en}${name.en} is gone` };
  }
}
