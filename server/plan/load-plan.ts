import { readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { buildDuties } from './build-duties.ts';
import { buildPlan } from './build-plan.ts';
import { pastChanges, pastChangesAbove } from './changes/index.ts';
import { checkParts, type Part, type Parts } from './checks/index.ts';
import { closest } from './closest.ts';
import { differentDuties, readLayers } from './layers/index.ts';
import type { Plan } from './plan.ts';
import { PlanError, type PlanProblem } from './problem.ts';
import { readSource, readText } from './reading/read-source.ts';
import { shapeProblems } from './reading/shape-problems.ts';
import { type PartName, type PartValue, partNames, planFiles } from './shapes/index.ts';

/**
 * Reads and checks the plan of a folder, such as `plans/tianfu`. `instead` gives texts that stand for files of it: a
 * change that is not published yet.
 *
 * @throws PlanError with every mistake of every file: file, line, column, what is wrong, what to write instead.
 */
export async function loadPlan(directory: string, instead: Instead = {}): Promise<Plan> {
  const { values, layers } = await readPlan(directory, instead);
  return buildPlan(directory, values, layers);
}

/**
 * As `loadPlan`, for a plan that is to take the place of the one of the folder `inForce` on the day `today`: refuses
 * what would change the days before it.
 */
export async function loadPlanAgainst(
  directory: string,
  inForce: string,
  today: string,
): Promise<Plan> {
  const changed = await readPlan(directory);
  const before = await readPlan(inForce);
  // Without the layers: a duty of the plan is then what its own file says, at the place where it says it.
  const problems = [
    ...pastChanges(
      buildPlan(inForce, before.values, []),
      { parts: changed.parts, plan: buildPlan(directory, changed.values, []) },
      today,
    ),
    ...changesFromAbove(before, changed, today),
  ];
  if (problems.length > 0) throw new PlanError(changed.folder, problems);
  return buildPlan(directory, changed.values, changed.layers);
}

type Read = Awaited<ReturnType<typeof readPlan>>;

function changesFromAbove(before: Read, changed: Read, today: string): PlanProblem[] {
  const { plan } = changed.parts;
  if (!plan) return [];
  const own = before.values.duties.duties;
  const duties = {
    before: buildDuties(own, before.layers),
    after: buildDuties(own, changed.layers),
  };
  return pastChangesAbove(duties, { layers: changed.layers, plan }, today);
}

type Instead = { readonly [Name in PartName]?: string };

async function readPlan(directory: string, instead: Instead = {}) {
  const shown = relative(process.cwd(), directory) || directory;
  const folder = shown.startsWith('..') ? directory : shown;
  const strays = await strayFiles(directory, folder);
  const parts: { -readonly [Name in PartName]?: Part<Name> } = {};
  const read = await Promise.all(
    partNames.map((name) => readPart(folder, name, parts, instead[name])),
  );
  const above = await layersOf(folder, parts);
  const problems = [...strays, ...read.flat(), ...checkParts(parts), ...above.problems];
  if (problems.length > 0) throw new PlanError(folder, problems);
  return { folder, parts, values: valuesOf(parts), layers: above.layers };
}

function valuesOf(parts: Parts) {
  return {
    plan: getPart(parts, 'plan'),
    clauses: getPart(parts, 'clauses'),
    calendar: getPart(parts, 'calendar'),
    stages: getPart(parts, 'stages'),
    activities: getPart(parts, 'activities'),
    facts: getPart(parts, 'facts'),
    points: getPart(parts, 'points'),
    certificates: getPart(parts, 'certificates'),
    contests: getPart(parts, 'contests'),
    duties: getPart(parts, 'duties'),
  };
}

/** What binds the plan from above, and where that and the plan's own duties do not fit together. */
async function layersOf(folder: string, parts: Parts) {
  const { plan, duties } = parts;
  const layers = plan?.value.layers;
  if (!plan || !layers) return { layers: [], problems: [] };
  const read = await readLayers(folder, { source: plan.source, layers }, parts);
  const different = duties ? differentDuties(duties, read.layers) : [];
  return { layers: read.layers, problems: [...read.problems, ...different] };
}

async function readPart<Name extends PartName>(
  folder: string,
  name: Name,
  parts: { [Each in Name]?: Part<Each> },
  text: string | undefined,
): Promise<readonly PlanProblem[]> {
  const file = join(folder, `${name}.yaml`);
  const { source, problems } = text === undefined ? await readSource(file) : readText(file, text);
  if (!source) return problems;
  const wrong = shapeProblems(source, planFiles[name]);
  // The shape found nothing wrong, so the value is what the shape says.
  if (wrong.length === 0) parts[name] = { source, value: source.value as PartValue<Name> };
  return wrong;
}

function getPart<Name extends PartName>(parts: Parts, name: Name): PartValue<Name> {
  const part = parts[name] as Part<Name> | undefined;
  if (!part) throw new Error(`A plan without problems has all its parts; ${name} is missing.`);
  return part.value;
}

/** YAML files that the plan would not read: a typing mistake in a name must not lose a file in silence. */
async function strayFiles(directory: string, folder: string): Promise<PlanProblem[]> {
  const known = partNames.map((name) => `${name}.yaml`);
  const names = await listFolder(directory, folder);
  return names
    .filter((name) => /\.ya?ml$/i.test(name) && !known.includes(name))
    .map((name) => {
      const meant = closest(name, known);
      return {
        file: join(folder, name),
        line: 1,
        column: 1,
        path: '',
        wrong: { zh: '计划里没有这种文件', en: 'A plan has no such file' },
        remedy: meant
          ? { zh: `可能应为“${meant}”`, en: `Perhaps "${meant}" was meant` }
          : { zh: `计划的文件有：${known.join(', ')}`, en: `A plan has: ${known.join(', ')}` },
      };
    });
}

async function listFolder(directory: string, folder: string): Promise<string[]> {
  try {
    return await readdir(directory);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new PlanError(folder, [
      {
        file: folder,
        line: 1,
        column: 1,
        path: '',
        wrong: {
          zh: `计划文件夹打不开（${reason}）`,
          en: `The plan folder cannot be opened (${reason})`,
        },
        remedy: {
          zh: '请用 GONGYU_PLAN 指定计划文件夹，如 plans/tianfu',
          en: 'Name the plan folder by GONGYU_PLAN, for example plans/tianfu',
        },
      },
    ]);
  }
}
