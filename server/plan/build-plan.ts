import { buildDuties, layerOf } from './build-duties.ts';
import type { LayerOfFiles } from './layers/index.ts';
import type {
  CertificateKind,
  Clause,
  FactKind,
  Plan,
  PointCategory,
  PointRule,
  SchoolYear,
} from './plan.ts';
import type { PartName, PartValue } from './shapes/index.ts';

type PartValues = { readonly [Name in PartName]: PartValue<Name> };

/** For a plan that says nothing of what is worth a second look. */
const anomaliesUnlessWritten: Plan['anomalies'] = {
  ...{ lookBackDays: 60, overlapMinutes: 15, minutesADay: 600 },
  onePhone: { families: 4, withinDays: 7 },
  alwaysMaximum: { percent: 95, presences: 30, events: 3 },
};

/** For a plan that names no reason: in words, then. */
const excusesUnlessWritten: Plan['excuses'] = {
  reasons: [{ id: 'other', name: { zh: '其他', en: 'Something else' }, asks: 'words' }],
  substitutes: [],
};

/** Who answers has a working week to mend what is late. */
const remindersUnlessWritten: Plan['reminders'] = { aboveAfterWorkingDays: 5 };

/** The plan of checked files: amounts in hundredths, terms in one list, frozen all the way down. */
export function buildPlan(
  folder: string,
  parts: PartValues,
  layers: readonly LayerOfFiles[],
): Plan {
  const schoolYears = parts.calendar.schoolYears.map(buildSchoolYear);
  const plan: Plan = {
    ...parts.plan,
    folder,
    sm2Signature: parts.plan.sm2Signature ?? false,
    reminders: parts.plan.reminders ?? remindersUnlessWritten,
    clauses: parts.clauses.clauses.map(buildClause),
    schoolYears,
    terms: schoolYears.flatMap(({ terms }) => terms),
    daysOff: buildDaysOff(parts.calendar.daysOff),
    festivals: (parts.calendar.festivals ?? []).map(({ spans = [], ...rest }) => ({
      ...rest,
      spans,
    })),
    stages: parts.stages.stages,
    activityKinds: parts.activities.kinds,
    waitingList: parts.activities.waitingList ?? { firstTimersFirst: false },
    anomalies: parts.activities.anomalies ?? anomaliesUnlessWritten,
    factKinds: parts.facts.kinds.map((kind) => buildFactKind(kind, parts.facts)),
    pointRules: parts.points.rules.map(buildPointRule),
    pointCategories: (parts.points.categories ?? []).map(buildPointCategory),
    certificates: parts.certificates.certificates.map(buildCertificate),
    contests: parts.contests,
    excuses: { ...excusesUnlessWritten, ...parts.facts.excuses },
    awards: parts.facts.awards ?? { reviewPercent: 100, enterWithinDays: 30 },
    layers: layers.map(layerOf),
    duties: buildDuties(parts.duties.duties, layers),
    monthsThatCount: parts.calendar.monthsThatCount ?? EVERY_MONTH,
  };
  return freeze(plan);
}

const EVERY_MONTH = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

function buildClause(clause: PartValues['clauses']['clauses'][number]): Clause {
  return { ...clause, carriedBy: clause.carriedBy ?? [] };
}

function buildSchoolYear(year: PartValues['calendar']['schoolYears'][number]): SchoolYear {
  return { ...year, terms: year.terms.map((term) => ({ ...term, schoolYear: year.id })) };
}

/** A plan that names none has none. */
function buildDaysOff(written: PartValues['calendar']['daysOff']): Plan['daysOff'] {
  if (!written) return { holidays: [] };
  const holidays = written.holidays.map(({ makeUpDays = [], ...rest }) => ({
    ...rest,
    makeUpDays,
  }));
  return { ...written, holidays };
}

function buildFactKind(
  kind: PartValues['facts']['kinds'][number],
  { choices: lists = [] }: PartValues['facts'],
): FactKind {
  const attributes = (kind.attributes ?? []).map(({ optional = false, choices, ...rest }) => ({
    ...rest,
    optional,
    choices: lists.find(({ id }) => id === choices)?.values ?? [],
  }));
  return { ...kind, byHand: kind.byHand ?? false, attributes };
}

function buildPointRule(rule: PartValues['points']['rules'][number]): PointRule {
  const versions = rule.versions.map(({ perHour, perEvent, tiers = [], caps = {}, ...rest }) => ({
    ...rest,
    per: perHour === undefined ? ('event' as const) : ('hour' as const),
    amount: hundredths(perHour ?? perEvent ?? 0),
    tiers: tiers.map(({ above, percent }) => ({ above: hundredths(above), percent })),
    caps: {
      ...(caps.perDay === undefined ? {} : { day: hundredths(caps.perDay) }),
      ...(caps.perMonth === undefined ? {} : { month: hundredths(caps.perMonth) }),
      ...(caps.perTerm === undefined ? {} : { term: hundredths(caps.perTerm) }),
    },
  }));
  return { ...rule, when: rule.when ?? [], versions };
}

function buildPointCategory(
  category: NonNullable<PartValues['points']['categories']>[number],
): PointCategory {
  const versions = category.versions.map(({ caps, ...rest }) => ({
    ...rest,
    caps: {
      ...(caps.perTerm === undefined ? {} : { term: hundredths(caps.perTerm) }),
      ...(caps.perSource === undefined ? {} : { source: hundredths(caps.perSource) }),
    },
  }));
  return { ...category, versions };
}

/** A version that does not say whose points count goes by the certificate. */
function buildCertificate({
  counts,
  ...certificate
}: PartValues['certificates']['certificates'][number]): CertificateKind {
  const versions = certificate.versions.map((version) => ({
    ...version,
    threshold: hundredths(version.threshold),
    counts: { each: 100, ...(version.counts ?? counts) },
  }));
  return { ...certificate, versions };
}

/** Checked to have at most two decimals, so rounding only takes off what binary fractions added. */
function hundredths(points: number): number {
  return Math.round(points * 100);
}

function freeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) freeze(inner);
  }
  return value;
}
