import { join, resolve } from 'node:path';
import { checkClauses } from '../checks/check-catalogues.ts';
import { checkDuties } from '../checks/check-duties.ts';
import type { Parts } from '../checks/index.ts';
import type { PlanProblem } from '../problem.ts';
import { type PlanSource, problemAt } from '../reading/plan-source.ts';
import { readSource } from '../reading/read-source.ts';
import { shapeProblems } from '../reading/shape-problems.ts';
import { type LayerPartName, type LayerPartValue, layerFiles } from '../shapes/index.ts';

/** A layer whose files have their shape. */
export interface LayerOfFiles {
  readonly folder: string;
  readonly layer: LayerPartValue<'layer'>;
  readonly clauses: LayerPartValue<'clauses'>['clauses'];
  readonly duties: LayerPartValue<'duties'>['duties'];
  /** Where its duties stand. */
  readonly source: PlanSource;
}

interface Found {
  readonly layers: readonly LayerOfFiles[];
  readonly problems: readonly PlanProblem[];
}

interface Naming {
  readonly source: PlanSource;
  readonly layers: readonly string[];
}

/**
 * The layers that a plan names, and those that they name, nearest first. A layer that leads back to itself is a
 * mistake of the file that names it.
 */
export async function readLayers(folder: string, naming: Naming, parts: Parts): Promise<Found> {
  return readNamed(folder, naming, parts, [resolve(folder)]);
}

async function readNamed(
  folder: string,
  { source, layers }: Naming,
  parts: Parts,
  above: readonly string[],
): Promise<Found> {
  const found: LayerOfFiles[] = [];
  const problems: PlanProblem[] = [];
  for (const [index, name] of layers.entries()) {
    const directory = join(folder, name);
    if (above.includes(resolve(directory))) {
      problems.push(leadsBack(source, index, name));
      continue;
    }
    const read = await readLayer(directory, parts, [...above, resolve(directory)]);
    found.push(...read.layers);
    problems.push(...read.problems);
  }
  return { layers: found, problems };
}

async function readLayer(
  folder: string,
  district: Parts,
  above: readonly string[],
): Promise<Found> {
  const layer = await readFile(folder, 'layer');
  const clauses = await readFile(folder, 'clauses');
  const duties = await readFile(folder, 'duties');
  const problems = [...layer.problems, ...clauses.problems, ...duties.problems];
  if (clauses.part) problems.push(...checkClauses(clauses.part));
  if (duties.part) {
    // Its facts and kinds of activity are the district's; its clauses are its own.
    const { clauses: _, ...rest } = district;
    const parts = { ...rest, ...(clauses.part && { clauses: clauses.part }) };
    problems.push(...checkDuties(duties.part, parts));
  }
  if (!layer.part || !clauses.part || !duties.part) return { layers: [], problems };
  const own: LayerOfFiles = {
    folder,
    layer: layer.part.value,
    clauses: clauses.part.value.clauses,
    duties: duties.part.value.duties,
    source: duties.part.source,
  };
  const { source } = layer.part;
  const named = { source, layers: layer.part.value.layers ?? [] };
  const higher = await readNamed(folder, named, district, above);
  return { layers: [own, ...higher.layers], problems: [...problems, ...higher.problems] };
}

async function readFile<Name extends LayerPartName>(folder: string, name: Name) {
  const { source, problems } = await readSource(join(folder, `${name}.yaml`));
  if (!source) return { problems };
  const wrong = shapeProblems(source, layerFiles[name]);
  if (wrong.length > 0) return { problems: wrong };
  // The shape found nothing wrong, so the value is what the shape says.
  return { problems: [], part: { source, value: source.value as LayerPartValue<Name> } };
}

function leadsBack(source: PlanSource, index: number, name: string): PlanProblem {
  return problemAt(source, ['layers', index], {
    wrong: {
      zh: `“${name}”又引回到自己，层级成了环`,
      en: `"${name}" leads back to itself: the layers form a circle`,
    },
    remedy: {
      zh: '请删去其中一处：下级引上级，上级不引下级',
      en: 'Remove one of them: a plan names what is above it, never what is below',
    },
  });
}
