import { isDeepStrictEqual } from 'node:util';
import type { Words } from '../../platform/index.ts';
import type { Part, Parts } from '../checks/index.ts';
import type { Effective } from '../clause.ts';
import type { Plan } from '../plan.ts';
import type { PlanProblem } from '../problem.ts';
import { type Path, type PlanSource, problemAt } from '../reading/plan-source.ts';
import { dayBefore } from '../rules/days.ts';

/** A plan that is to take another's place: what it says, and its files. */
export interface ChangedPlan {
  readonly parts: Parts;
  /** Of the plan's own files alone. */
  readonly plan: Plan;
}

/**
 * Where a plan would change what counted before `today` by the plan in force: what was earned and what was due on a day
 * that has passed stays as it was. A change begins today at the earliest.
 */
export function pastChanges(
  inForce: Plan,
  { parts, plan }: ChangedPlan,
  today: string,
): PlanProblem[] {
  const { points, certificates, duties } = parts;
  return [
    ...(points ? changesOf(listOfRules(points, inForce, plan), today) : []),
    ...(points ? changesOf(listOfCategories(points, inForce, plan, today), today) : []),
    ...(certificates ? changesOf(listOfCertificates(certificates, inForce, plan), today) : []),
    ...(duties ? changesOf(listOfDuties(duties, inForce, plan), today) : []),
  ];
}

interface Versioned {
  readonly id: string;
  readonly versions: readonly Effective[];
}

/** One of the lists whose entries hold in versions, before and after. */
interface VersionedList<Entry extends Versioned> {
  readonly source: PlanSource;
  /** Where the list stands in its file. */
  readonly key: string;
  readonly noun: Words;
  readonly before: readonly Entry[];
  readonly after: readonly Entry[];
  /** What holds for all versions at once, by the key under which it stands. */
  fixed(entry: Entry): Readonly<Record<string, unknown>>;
}

function listOfRules({ source }: Part<'points'>, before: Plan, after: Plan) {
  return {
    source,
    key: 'rules',
    noun: { zh: '积分规则', en: 'point rule' },
    before: before.pointRules,
    after: after.pointRules,
    fixed: ({ fact, when }: Plan['pointRules'][number]) => ({ fact, when }),
  };
}

function listOfCategories({ source }: Part<'points'>, before: Plan, after: Plan, today: string) {
  // A rule that begins today or later may join a category: it has earned nothing yet.
  const old = [...before.pointRules, ...after.pointRules].filter((rule) => hasBegun(rule, today));
  const isOld = (id: string) => old.some((rule) => rule.id === id);
  return {
    source,
    key: 'categories',
    noun: { zh: '积分类别', en: 'category' },
    before: before.pointCategories,
    after: after.pointCategories,
    fixed: ({ rules }: Plan['pointCategories'][number]) => ({
      rules: rules.filter(isOld).toSorted(),
    }),
  };
}

function listOfCertificates({ source }: Part<'certificates'>, before: Plan, after: Plan) {
  return {
    source,
    key: 'certificates',
    noun: { zh: '证明', en: 'certificate' },
    before: before.certificates,
    after: after.certificates,
    fixed: () => ({}),
  };
}

function listOfDuties({ source }: Part<'duties'>, before: Plan, after: Plan) {
  return {
    source,
    key: 'duties',
    noun: { zh: '任务', en: 'duty' },
    before: before.duties,
    after: after.duties,
    fixed: ({ whose, counts, excusedBy }: Plan['duties'][number]) => ({ whose, counts, excusedBy }),
  };
}

function changesOf<Entry extends Versioned>(
  list: VersionedList<Entry>,
  today: string,
): PlanProblem[] {
  const changed = list.after.flatMap((entry, index) => {
    const path = [list.key, index];
    const before = list.before.find(({ id }) => id === entry.id);
    return [
      ...versionChanges(list.source, path, before?.versions ?? [], entry.versions, today),
      ...(before ? lostVersions(list, path, before, entry, today) : []),
      ...(before ? fixedChanges(list, path, before, entry, today) : []),
    ];
  });
  const lost = list.before.filter(
    (one) => hasBegun(one, today) && !list.after.some(({ id }) => id === one.id),
  );
  return [...changed, ...lost.map((entry) => isMissing(list, entry, today))];
}

/** Versions that are new or say something else, and ends that were moved. */
function versionChanges(
  source: PlanSource,
  path: Path,
  before: readonly Effective[],
  after: readonly Effective[],
  today: string,
): PlanProblem[] {
  return after.flatMap((version, index) => {
    const at = [...path, 'versions', index];
    const known = before.find((one) => one.version === version.version);
    if (!known || !isDeepStrictEqual(wordingOf(known), wordingOf(version))) {
      const begins = [version.effectiveFrom, known?.effectiveFrom ?? version.effectiveFrom];
      return begins.every((day) => day >= today)
        ? []
        : [beginsInThePast(source, at, version, known, today)];
    }
    const ends = [known.effectiveUntil, version.effectiveUntil].filter((day) => day !== undefined);
    const isMoved = known.effectiveUntil !== version.effectiveUntil;
    const hasPassed = ends.some((day) => day < dayBefore(today));
    return isMoved && hasPassed ? [endsInThePast(source, at, version, known, today)] : [];
  });
}

/** Its end is looked at for itself; under which clause it is asked for changes nothing that counts. */
function wordingOf(version: Effective & { readonly source?: unknown }): unknown {
  const { effectiveUntil: _, source: __, ...wording } = version;
  return wording;
}

function beginsInThePast(
  source: PlanSource,
  path: Path,
  { version, effectiveFrom }: Effective,
  known: Effective | undefined,
  today: string,
): PlanProblem {
  const at = [...path, 'effectiveFrom'];
  if (!known || known.effectiveFrom >= today) {
    return problemAt(source, at, {
      wrong: {
        zh: `版本 ${version} 还没有执行过，却写成从已经过去的 ${effectiveFrom} 起`,
        en: `Version ${version} has not been in force yet, and begins on ${effectiveFrom}, which has passed`,
      },
      remedy: {
        zh: `effectiveFrom 最早写 ${today}`,
        en: `Give effectiveFrom ${today} at the earliest`,
      },
    });
  }
  const isOver = known.effectiveUntil !== undefined && known.effectiveUntil < today;
  return problemAt(source, at, {
    wrong: {
      zh: `版本 ${version} 从 ${known.effectiveFrom} 起执行，这里改了它，过去的日子会跟着变`,
      en: `Version ${version} has been in force since ${known.effectiveFrom}; changed here, it changes days that have passed`,
    },
    remedy: isOver
      ? {
          zh: `它已经结束，请照旧写回；要改，请另加一个版本，effectiveFrom 最早写 ${today}`,
          en: `It is over: write it as it was. A change is another version, whose effectiveFrom is ${today} at the earliest`,
        }
      : {
          zh: `请照旧保留版本 ${version}，给它写上 effectiveUntil，再另加一个版本，effectiveFrom 最早写 ${today}`,
          en: `Leave version ${version} as it was, end it by effectiveUntil, and add another whose effectiveFrom is ${today} at the earliest`,
        },
  });
}

function endsInThePast(
  source: PlanSource,
  path: Path,
  { version, effectiveUntil }: Effective,
  known: Effective,
  today: string,
): PlanProblem {
  const earliest = dayBefore(today);
  const isOver = known.effectiveUntil !== undefined && known.effectiveUntil < earliest;
  const end = known.effectiveUntil;
  return problemAt(source, [...path, effectiveUntil ? 'effectiveUntil' : 'effectiveFrom'], {
    wrong: isOver
      ? {
          zh: `版本 ${version} 到 ${end} 已经结束，最后一天却改了`,
          en: `Version ${version} ended on ${end}, and its last day was changed`,
        }
      : {
          zh: `版本 ${version} 的最后一天改到了已经过去的 ${effectiveUntil}`,
          en: `The last day of version ${version} was moved to ${effectiveUntil}, which has passed`,
        },
    remedy: isOver
      ? { zh: `请写回 effectiveUntil: ${end}`, en: `Write effectiveUntil: ${end} again` }
      : {
          zh: `effectiveUntil 最早写 ${earliest}（下一个版本从 ${today} 起）`,
          en: `Give effectiveUntil ${earliest} at the earliest (the next version then begins on ${today})`,
        },
  });
}

/** Versions that counted and are no longer written. */
function lostVersions<Entry extends Versioned>(
  { source }: VersionedList<Entry>,
  path: Path,
  before: Entry,
  after: Entry,
  today: string,
): PlanProblem[] {
  return before.versions
    .filter(({ effectiveFrom }) => effectiveFrom < today)
    .filter((one) => !after.versions.some(({ version }) => version === one.version))
    .map(({ version, effectiveFrom }) =>
      problemAt(source, [...path, 'versions'], {
        wrong: {
          zh: `版本 ${version} 从 ${effectiveFrom} 起执行过，这里没有了`,
          en: `Version ${version} was in force from ${effectiveFrom} on and is no longer here`,
        },
        remedy: { zh: '请把它写回来', en: 'Write it again' },
      }),
    );
}

/** What has no versions holds for the past too, so it stays. */
function fixedChanges<Entry extends Versioned>(
  { source, noun, fixed }: VersionedList<Entry>,
  path: Path,
  before: Entry,
  after: Entry,
  today: string,
): PlanProblem[] {
  if (!hasBegun(before, today)) return [];
  const was = fixed(before);
  return Object.entries(fixed(after))
    .filter(([key, value]) => !isDeepStrictEqual(was[key], value))
    .map(([key]) =>
      problemAt(source, [...path, key], {
        wrong: {
          zh: `“${after.id}”已经在执行，改 ${key} 会改到过去的日子`,
          en: `"${after.id}" is in force already; another ${key} changes days that have passed`,
        },
        remedy: {
          zh: `请照旧保留，给最后一个版本写上 effectiveUntil（最早 ${dayBefore(today)}），再用新的 id 另写一项${noun.zh}，从 ${today} 或以后起`,
          en: `Leave it, end its last version (effectiveUntil ${dayBefore(today)} at the earliest) and write another ${noun.en} with an id of its own, from ${today} or later`,
        },
      }),
    );
}

function isMissing<Entry extends Versioned>(
  { source, key, noun }: VersionedList<Entry>,
  { id }: Entry,
  today: string,
): PlanProblem {
  return problemAt(source, [key], {
    wrong: {
      zh: `${noun.zh}“${id}”执行过，这里没有了`,
      en: `The ${noun.en} "${id}" was in force and is no longer here`,
    },
    remedy: {
      zh: `请写回来；要停用，给最后一个版本写上 effectiveUntil（最早 ${dayBefore(today)}）`,
      en: `Write it again; to stop it, end its last version (effectiveUntil ${dayBefore(today)} at the earliest)`,
    },
  });
}

function hasBegun({ versions }: Versioned, today: string): boolean {
  return versions.some(({ effectiveFrom }) => effectiveFrom < today);
}
